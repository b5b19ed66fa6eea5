# Tab i fish. Lagre det slik:
#   veileder fullforing fish > ~/.config/fish/completions/veileder.fish

function __veileder_forslag
    set -l foran (commandline -opc)
    set -l ord (commandline -ct)
    for linje in (command $foran[1] _fullfor fish (count $foran) $foran[2..-1] $ord 2>/dev/null)
        switch $linje
            case \tfil
                __fish_complete_path $ord
            case \tmappe
                __fish_complete_directories $ord ''
            case '*'
                echo $linje
        end
    end
end

complete --command veileder --no-files --arguments '(__veileder_forslag)'
