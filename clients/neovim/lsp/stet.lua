-- Neovim 0.11 and later: vim.lsp.enable('stet')
return {
  cmd = { 'stet', 'lsp' },
  filetypes = { 'markdown', 'text', 'html' },
  root_markers = { 'stet.toml', '.git' },
}
