if vim.g.loaded_stet then return end
vim.g.loaded_stet = true

local ask = function() return require('stet.ask') end
local acts = {
  sheet = function(argument) ask().sheet(argument) end,
  rule = function(argument) ask().rule(argument) end,
  restart = function() require('stet').restart() end,
}

local function complete(lead, line)
  local words = vim.split(line, '%s+')
  local among = {}
  if #words <= 2 then among = vim.tbl_keys(acts) elseif words[2] == 'rule' then among = ask().rules() end
  table.sort(among)
  return vim.tbl_filter(function(word) return vim.startswith(word, lead) end, among)
end

vim.api.nvim_create_user_command('Stet', function(given)
  local words = vim.split(vim.trim(given.args), '%s+')
  local act = acts[words[1]]
  if act then act(words[2]) else vim.notify('stet: sheet, rule or restart', vim.log.levels.ERROR) end
end, { nargs = '+', complete = complete, desc = 'stet: sheet, rule or restart' })
