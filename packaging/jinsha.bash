# Completion of jinsha for bash.

_jinsha_options() {
    case $1 in
        view) echo "--lang --ui-scale --window --state-file --help" ;;
        export)
            echo "-o --output --size --dpi --bbox --center --extent --feature --zoom --scale --layers --filter --title" \
                "--subtitle --no-furniture --legend --legend-counts --grid --without --each-layer --format" \
                "--each-feature --theme --lang --world-file --help"
            ;;
        info) echo "--json --help" ;;
        check) echo "--fix --json --help" ;;
        add) echo "--to --help" ;;
        bench) echo "--size --views --json --help" ;;
        cache) echo "list clear --help" ;;
        *) echo "--lang --ui-scale --window --state-file --version --help" ;;
    esac
}

_jinsha_values() {
    case $1 in
        --lang) echo "zh en" ;;
        --theme) echo "light dark" ;;
        --format) echo "png pdf svg tif" ;;
        --legend) echo "auto beside under off" ;;
        --grid) echo "projected degrees off" ;;
        --size) echo "A0 A1 A2 A3 A4 A5 A4-landscape A4-portrait A3-landscape A3-portrait" ;;
        --without)
            echo "title subtitle neatLine scaleBar northArrow crs date source approval classification pageNumber"
            ;;
    esac
}

_jinsha() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
    local commands="view export info check add cache bench" command="" word values
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        if [[ " $commands " == *" $word "* ]]; then
            command=$word
            break
        fi
    done
    values=$(_jinsha_values "$previous")
    if [[ -n $values ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$values" -- "$current")
    elif [[ $current == -* || $command == cache ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$(_jinsha_options "$command")" -- "$current")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$current")
        if [[ -z $command ]]; then
            mapfile -t -O ${#COMPREPLY[@]} COMPREPLY < <(compgen -W "$commands" -- "$current")
        fi
    fi
}

complete -o filenames -F _jinsha jinsha
