"""The English drafter that learnt from clinicians' notes what belongs in one, and where."""
