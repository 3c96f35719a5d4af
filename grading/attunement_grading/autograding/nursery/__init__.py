"""What runs inside the sandbox: a warm parent, and the kernels that are forked from it.

The parent has imported what a kernel needs and holds nothing else: no gradebook, no submission,
no secret. For each submission it forks one child, which gives up what it must not have, becomes
a Jupyter kernel and is killed when the submission is done, with everything it started.

This package stands alone: the sandbox sees its folder and none of ours besides. It needs the
standard library and ipykernel.
"""
