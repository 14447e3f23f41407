-- stet in Neovim: starts the server by the newest way this Neovim has. What is said of a draft is all the server's.
local M = {}

-- What setup() takes. `settings` is what stands in stet.toml, as a table; it beats that file.
M.options = {
  cmd = 'stet', -- the program: a name on the PATH, or a path
  filetypes = { 'markdown', 'text', 'html' },
  root_markers = { 'stet.toml', '.git' },
  settings = {},
}

-- Languages of the protocol, where Neovim's name of a file type is another. What is none of these is read as plain text.
local languages = { text = 'plaintext' }

local function language_id(_, filetype)
  return languages[filetype] or filetype
end

local function root_of(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  if name == '' then return vim.fn.getcwd() end
  local folder = vim.fn.fnamemodify(name, ':p:h')
  local at = folder
  while true do
    for _, marker in ipairs(M.options.root_markers) do
      local path = at .. '/' .. marker
      if vim.fn.filereadable(path) == 1 or vim.fn.isdirectory(path) == 1 then return at end
    end
    local above = vim.fn.fnamemodify(at, ':h')
    if above == at then return folder end
    at = above
  end
end

local function server(bufnr)
  return {
    name = 'stet',
    cmd = { M.options.cmd, 'lsp' },
    root_dir = root_of(bufnr),
    settings = { stet = M.options.settings },
    init_options = { stet = M.options.settings },
    get_language_id = language_id,
  }
end

-- 0.7 has no vim.lsp.start: one server a folder is kept here.
local started = {}

local function attach_07(bufnr)
  local wanted = server(bufnr)
  local id = started[wanted.root_dir]
  if not id or not vim.lsp.get_client_by_id(id) then
    wanted.on_exit = function() started[wanted.root_dir] = nil end
    id = vim.lsp.start_client(wanted)
    started[wanted.root_dir] = id
  end
  if id then vim.lsp.buf_attach_client(bufnr, id) end
end

local function attach(bufnr)
  if vim.bo[bufnr].buftype ~= '' then return end
  if vim.lsp.start then
    vim.lsp.start(server(bufnr), { bufnr = bufnr })
  else
    attach_07(bufnr)
  end
end

local function is_draft(bufnr)
  return vim.tbl_contains(M.options.filetypes, vim.bo[bufnr].filetype)
end

function M.setup(options)
  M.options = vim.tbl_deep_extend('force', M.options, options or {})
  if vim.lsp.config and vim.lsp.enable then
    vim.lsp.config('stet', {
      cmd = { M.options.cmd, 'lsp' },
      filetypes = M.options.filetypes,
      root_markers = M.options.root_markers,
      settings = { stet = M.options.settings },
      init_options = { stet = M.options.settings },
      get_language_id = language_id,
    })
    vim.lsp.enable('stet')
    return
  end
  local group = vim.api.nvim_create_augroup('stet', { clear = true })
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = M.options.filetypes,
    callback = function(event) attach(event.buf or vim.api.nvim_get_current_buf()) end,
  })
  for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
    if vim.api.nvim_buf_is_loaded(bufnr) and is_draft(bufnr) then attach(bufnr) end
  end
end

-- The servers that run, of this name.
function M.clients()
  local all = (vim.lsp.get_clients or vim.lsp.get_active_clients)()
  return vim.tbl_filter(function(client) return client.name == 'stet' end, all)
end

local function stop(client)
  if vim.fn.has('nvim-0.11') == 1 then client:stop() else client.stop() end
end

function M.restart()
  local drafts = {}
  for _, client in ipairs(M.clients()) do
    for bufnr in pairs(client.attached_buffers or {}) do drafts[bufnr] = true end
    stop(client)
  end
  if next(drafts) == nil then drafts[vim.api.nvim_get_current_buf()] = true end
  vim.wait(2000, function() return #M.clients() == 0 end, 20)
  if vim.lsp.config and vim.lsp.enable then
    vim.lsp.enable('stet', false)
    vim.lsp.enable('stet')
    return
  end
  for bufnr in pairs(drafts) do
    if vim.api.nvim_buf_is_loaded(bufnr) then attach(bufnr) end
  end
end

return M
