"""Every claim that the course answers for, in the order in which the article makes them.

The prefix names the mechanism: definition, empathy, dissociation, resilience, mitigation;
``gap`` marks what the article leaves out. Standard library only.
"""

from __future__ import annotations

CLAIM_IDS = tuple(
    """
    def-01 def-02a def-02b def-02c def-02d def-03a def-03b def-03c def-04 def-05 emp-01 emp-02a
    emp-02b emp-02c emp-03a emp-03b emp-03c emp-04 emp-05a emp-05b emp-06a emp-06b emp-06c
    emp-07a emp-07b dis-01 dis-02 dis-03a dis-03b dis-03c dis-03d dis-04 dis-05a dis-05b dis-05c
    dis-06 dis-07 dis-08a dis-08b dis-09 res-01 res-02a res-02b res-02c res-03a res-03b res-03c
    res-04 res-05 res-06a res-06b res-07a res-07b res-07c mit-01 mit-02 mit-03 mit-04 mit-05
    mit-06 mit-07 mit-08 mit-09 mit-10 mit-11 gap-01 gap-02 gap-03 gap-04 gap-05 gap-06
    """.split()
)
