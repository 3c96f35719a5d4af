"""What turns the models' Python into the page's JavaScript when the widgets are built."""
