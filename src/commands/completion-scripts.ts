/*
 * The scripts hand on what was typed, and show what comes back: a word a line, a tab, what it is. A line that begins with `:` says
 * that a file or a folder is expected.
 */

const bash = `# bash completion of odi: eval "$(odi completion bash)", or keep this in a file of bash_completion.d
_odi() {
  local line word
  local -a words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  local current=\${COMP_WORDS[COMP_CWORD]}
  COMPREPLY=()
  while IFS= read -r line; do
    word=\${line%%$'\\t'*}
    if [ "$word" = : ]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
    else
      COMPREPLY+=("$(printf %q "$word")")
    fi
  done < <("\${COMP_WORDS[0]}" completion words -- "\${words[@]}" 2>/dev/null)
}
complete -F _odi odi
`;

const zsh = `#compdef odi
# zsh completion of odi: source <(odi completion zsh) after compinit, or keep this as _odi in a folder of fpath
_odi() {
  local line word says files=
  local -a found
  while IFS= read -r line; do
    word=\${line%%$'\\t'*}
    says=\${line#*$'\\t'}
    if [[ $word == : ]]; then
      files=1
    else
      found+=("\${word//:/\\\\:}:$says")
    fi
  done < <("\${words[1]}" completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#found} )) && _describe odi found
  [[ -n $files ]] && _files
  return 0
}
if [[ \${funcstack[1]} == _odi ]]; then _odi "$@"; else compdef _odi odi; fi
`;

const fish = `# fish completion of odi: odi completion fish | source, or keep this as completions/odi.fish
function __odi_words
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l program $words[1]
    set -e words[1]
    for line in (command $program completion words -- $words "$current" 2>/dev/null)
        if string match -q ':*' -- $line
            __fish_complete_path "$current"
        else
            echo $line
        end
    end
end
complete -c odi -f -a '(__odi_words)'
`;

/** The script of each shell. */
export const scripts: Readonly<Record<'bash' | 'zsh' | 'fish', string>> = { bash, zsh, fish };
