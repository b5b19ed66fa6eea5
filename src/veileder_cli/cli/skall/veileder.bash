# Tab i bash. Skriv dette i ~/.bashrc:
#   eval "$(veileder fullforing bash)"

_veileder() {
    local linje ord=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while IFS= read -r linje; do
        case $linje in
            $'\tfil') compopt -o default 2>/dev/null ;;
            $'\tmappe') compopt -o plusdirs 2>/dev/null ;;
            *)
                linje=${linje%%$'\t'*}
                case $ord in
                    [\"\']*) ;;
                    *) printf -v linje %q "$linje" ;;
                esac
                COMPREPLY+=("$linje")
                ;;
        esac
    done < <(command "$1" _fullfor bash "$COMP_CWORD" "${COMP_WORDS[@]:1}" 2>/dev/null)
}

complete -F _veileder veileder
