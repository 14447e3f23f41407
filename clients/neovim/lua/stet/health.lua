-- :checkhealth stet
local M = {}

function M.check()
  local health = vim.health or require('health')
  local start = health.start or health.report_start
  local ok = health.ok or health.report_ok
  local info = health.info or health.report_info
  local error = health.error or health.report_error

  start('stet')
  local program = require('stet').options.cmd
  if vim.fn.executable(program) == 0 then
    error('“' .. program .. '” is not found', {
      'put stet on the PATH, or name it: require("stet").setup { cmd = "/path/to/stet" }',
    })
    return
  end
  local version = vim.trim(vim.fn.system({ program, '--version' }))
  if vim.v.shell_error == 0 then
    ok(version .. ' (' .. vim.fn.exepath(program) .. ')')
  else
    error('“' .. program .. ' --version” fails: ' .. version)
  end
  local running = require('stet').clients()
  if #running == 0 then info('no server runs: open a draft of one of these file types: ' ..
    table.concat(require('stet').options.filetypes, ', ')) end
  for _, client in ipairs(running) do ok('a server runs for ' .. (client.config.root_dir or 'no folder')) end
end

return M
