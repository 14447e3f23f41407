;;; stet-test.el --- a real Emacs in batch mode, with Eglot and Flymake, on a copy of draft.md -*- lexical-binding: t -*-
;; emacs --batch -l stet-test.el DRAFT; STET is the program, STET_EL the settings that are tried.
(require 'package)
(package-initialize)
(load (getenv "STET_EL"))
(setq stet-program (getenv "STET")
      eglot-sync-connect 20 eglot-connect-timeout 30 eglot-autoshutdown t eglot-confirm-server-initiated-edits nil
      make-backup-files nil auto-save-default nil create-lockfiles nil)

(defun until (what found)
  "The value of FOUND, called until it is something; an error that names WHAT when that takes too long."
  (let ((end (+ (float-time) 30)) value)
    (while (not (setq value (funcall found)))
      (when (> (float-time) end) (error "In vain: %s" what))
      (accept-process-output nil 0.05))
    value))

(defun told (words)
  "The diagnostic that underlines WORDS."
  (flymake-start)
  (seq-find (lambda (each) (equal words (buffer-substring (flymake-diagnostic-beg each) (flymake-diagnostic-end each))))
            (flymake-diagnostics)))

(let ((file (car command-line-args-left)))
  (setq command-line-args-left nil)
  (find-file file)
  (text-mode)
  (put 'text-mode 'eglot-language-id "markdown") ; Debian's Emacs has no mode for Markdown
  (call-interactively #'eglot)
  (until "a server" #'eglot-managed-p)
  (flymake-mode 1)
  (let* ((finding (until "findings" (lambda () (told "Osterman"))))
         (actions (eglot-code-actions (flymake-diagnostic-beg finding) (flymake-diagnostic-end finding) "quickfix" nil))
         (titled (lambda (action) (if (stringp (car-safe action)) action (cons (plist-get action :title) action))))
         (fix (cdr (assoc "Write Oosterman here" (mapcar titled (append actions nil))))))
    (message "ok   findings stand where they should")
    (unless fix (error "No such action: %S" actions))
    (eglot--apply-workspace-edit
     (plist-get (if (plist-get fix :edit) fix (jsonrpc-request (eglot--current-server-or-lose) :codeAction/resolve fix)) :edit)))
  (eglot--signal-textDocument/didChange) ; batch Emacs is never idle, so the timer that sends changes does not run
  (until "no finding of it" (lambda () (null (told "Osterman"))))
  (unless (save-excursion (goto-char (point-min)) (search-forward "Piet Oosterman, said nothing" nil t)) (error "Not mended"))
  (message "ok   a repair is applied")
  (save-buffer)
  (eglot-shutdown (eglot-current-server))
  (message "Emacs %s: 2 passed, 0 failed" emacs-version))
