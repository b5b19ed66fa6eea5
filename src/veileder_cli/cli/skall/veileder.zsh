#compdef veileder
# Tab i zsh. Skriv dette i ~/.zshrc, etter compinit:
#   eval "$(veileder fullforing zsh)"

_veileder() {
    local linje slag=''
    local -a verdier vist
    while IFS= read -r linje; do
        case $linje in
            $'\tfil') slag=fil ;;
            $'\tmappe') slag=mappe ;;
            *)
                verdier+=("${linje%%$'\t'*}")
                vist+=("${linje/$'\t'/  -- }")
                ;;
        esac
    done < <(command "$words[1]" _fullfor zsh "$((CURRENT - 1))" "${(@)words[2,-1]}" 2>/dev/null)
    case $slag in
        fil) _files ;;
        mappe) _files -/ ;;
    esac
    (( $#verdier )) && compadd -U -l -d vist -a verdier
}

if [ "$funcstack[1]" = _veileder ]; then
    _veileder "$@"
else
    compdef _veileder veileder
fi
