# Restaurar el concentrador
# Restore the hub
#
# From es-ES/mail-gateway/restore-the-hub.md, line 29. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Desconecte los nodos.
#    Disconnect the nodes.

# 2. Elija una de las siguientes opciones:
#    Choose one of the following options:
# (Do one of the next 2. The code of all but the first is a comment.)

# 2.- Restaurar todo:
#     Restore everything:
# (Replace: <BackupFile>)
Restore-FmgHub -Path "<BackupFile>"

# 2.- Restaurar solo las reglas:
#     Restore only the rules:
# (Replace: <BackupFile>)
# Restore-FmgHub -Path "<BackupFile>" -RulesOnly

# 3. Vuelva a conectar los nodos.
#    Connect the nodes again.
