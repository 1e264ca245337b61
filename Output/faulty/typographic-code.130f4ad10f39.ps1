# Une page endommagée
# A damaged page
#
# From faulty/typographic-code.md, line 25. Written by diptych, which has not run it.
# Read each command, and replace what stands in <angle brackets>, before you run it.

# 1. Tapez ceci :
#    Type this:
Set-FabRelay –SupportURL “{your URL}” -Name 'Branch01'
