# Fins de ligne
# Line endings
#
# From fr-FR/relay/line-endings.md, line 25. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Ouvrez.
#    Open it.
Get-FabRelay

# 2. Fermez.
#    Close it.
