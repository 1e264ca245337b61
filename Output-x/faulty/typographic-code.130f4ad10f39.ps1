# Une page endommagée
# A damaged page
#
# From faulty/typographic-code.md, line 25. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Tapez ceci :
#    Type this:
# (Replace: {your URL})
Set-FabRelay –SupportURL “{your URL}” -Name 'Branch01'
