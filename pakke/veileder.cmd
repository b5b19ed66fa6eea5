@echo off
rem Starter veileder med den Python som ligger i mappa python. Skriver ingenting.
rem Finnes mappa lokalt ved siden av denne fila, brukes kontaktene i den.
setlocal
if not defined VEILEDER_LOKALT if exist "%~dp0lokalt\" set "VEILEDER_LOKALT=%~dp0lokalt"
"%~dp0python\python.exe" -I -B "%~dp0veileder.pyz" %*
