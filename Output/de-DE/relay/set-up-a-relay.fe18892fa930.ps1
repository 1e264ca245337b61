# Einrichten des Relays
# Set up the relay
#
# From de-DE/relay/set-up-a-relay.md, line 39. Written by diptych, which has not run it.
# Read each command, and replace the placeholders that are named above it, before you run it.

# 1. Melden Sie sich am ersten Server des Pools an.
#    Sign in to the first server of the pool.

# 2. Führen Sie eine der folgenden Aktionen aus:
#    Do one of the following:
# (Do one of the next 2. The code of number 2 is to run, because number 1 has none. All other code is a comment.)

# 2.- Wählen Sie Start > Relay-Setup aus, um den Assistenten zu verwenden.
#     To use the wizard, select Start > Relay Setup.

# 2.- Geben Sie den folgenden Befehl ein, um die Shell zu verwenden:
#     To use the shell, type the following command:
# (Replace: <RelayName>)
New-FabRelay -Identity <RelayName> -Pool "pool01.contoso.com" -Port 5071
# (In any case:)
# NOTE: Der Assistent verlangt einen Neustart, die Shell nicht.
#       The wizard asks for a restart; the shell does not.
# IMPORTANT: Schließen Sie das Fenster erst, wenn das Setup abgeschlossen ist.
#            Do not close the window until the setup is complete.
# [image] Das Setupfenster media/relay-setup.png

# 3. Überprüfen Sie den Status des Relays:
#    Check the state of the relay:
# (Replace: <RelayName>)
Get-FabRelay -Identity <RelayName> | Format-List Name, State
#
# Name  : Branch01
# State : Running

# 4. Wählen Sie Fertig stellen aus.
#    Select Finish.
