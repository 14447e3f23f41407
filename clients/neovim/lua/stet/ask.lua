-- What the program itself prints: the fact-check sheet and the pages of rules.
local M = {}

local function run(words, input)
  local options = require('stet').options
  local command = { options.cmd }
  vim.list_extend(command, words)
  local out = input and vim.fn.system(command, input) or vim.fn.system(command)
  if vim.v.shell_error > 1 or vim.v.shell_error < 0 then
    vim.notify('stet: ' .. vim.trim(out), vim.log.levels.ERROR)
    return nil
  end
  return out
end

-- A draft without a file is named by its file type, by which the program knows how to read it.
local function name_of(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  if name ~= '' then return vim.fn.fnamemodify(name, ':.') end
  local endings = { markdown = '.md', html = '.html' }
  return 'draft' .. (endings[vim.bo[bufnr].filetype] or '.txt')
end

local function text_of(bufnr)
  local ends = { unix = '\n', dos = '\r\n', mac = '\r' }
  local ending = ends[vim.bo[bufnr].fileformat]
  return table.concat(vim.api.nvim_buf_get_lines(bufnr, 0, -1, false), ending) .. ending
end

-- Writes the sheet of the draft in front to a file, the named one or a temporary one, and shows it. Returns the path.
function M.sheet(path)
  local bufnr = vim.api.nvim_get_current_buf()
  local page = run({ 'facts', '--format', 'html', '--stdin-filename', name_of(bufnr), '-' }, text_of(bufnr))
  if not page then return nil end
  local target = path or (vim.fn.tempname() .. '.html')
  local file, why = io.open(target, 'wb')
  if not file then
    vim.notify('stet: ' .. why, vim.log.levels.ERROR)
    return nil
  end
  file:write(page)
  file:close()
  vim.notify('stet: the fact-check sheet is ' .. target)
  if not path and vim.ui.open then vim.ui.open(target) end
  return target
end

local function rule_here()
  local at = vim.api.nvim_win_get_cursor(0)
  for _, finding in ipairs(vim.diagnostic.get(0, { lnum = at[1] - 1 })) do
    local over = finding.end_lnum and (finding.end_lnum > finding.lnum or at[2] < finding.end_col)
    if finding.source == 'stet' and finding.col <= at[2] and over then return M.code_of(finding) end
  end
  return nil
end

-- Neovim before 0.8 keeps what the server sent in user_data only.
function M.code_of(finding)
  local sent = finding.user_data and finding.user_data.lsp or {}
  return finding.code or sent.code
end

-- The page of the named rule, or of the rule whose finding the cursor is in.
function M.rule(name)
  local rule = name or rule_here()
  if not rule then
    vim.notify('stet: no finding here; name a rule: :Stet rule weasel-attribution', vim.log.levels.WARN)
    return
  end
  local page = run({ 'rules', rule })
  if not page then return end
  vim.cmd('botright new')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, vim.split(vim.trim(page), '\n'))
  vim.bo.buftype, vim.bo.bufhidden, vim.bo.swapfile, vim.bo.modifiable = 'nofile', 'wipe', false, false
  vim.bo.filetype = 'markdown'
end

function M.rules()
  local out = {}
  for line in (run({ 'rules' }) or ''):gmatch('[^\n]+') do table.insert(out, (line:match('^[^\t]+'))) end
  return out
end

return M
