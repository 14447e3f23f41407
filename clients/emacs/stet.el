;;; stet.el --- stet with Eglot -*- lexical-binding: t -*-
;; SPDX-License-Identifier: Apache-2.0
;;; Commentary:
;; (load "/path/to/clients/emacs/stet.el"), then M-x eglot in a draft, or
;; (add-hook 'markdown-mode-hook #'eglot-ensure). Settings of the server: `eglot-workspace-configuration'.
;;; Code:
(require 'eglot)

(defvar stet-program "stet" "The program stet: a name on the PATH, or a path.")

(defvar stet-modes '(markdown-mode gfm-mode text-mode html-mode mhtml-mode) "Major modes of drafts.")

(dolist (mode '(markdown-mode gfm-mode)) (put mode 'eglot-language-id "markdown"))
(put 'text-mode 'eglot-language-id "plaintext")
(dolist (mode '(html-mode mhtml-mode)) (put mode 'eglot-language-id "html"))

(add-to-list 'eglot-server-programs (cons stet-modes (lambda (&rest _) (list stet-program "lsp"))))

(provide 'stet)
;;; stet.el ends here
