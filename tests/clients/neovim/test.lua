-- Run inside Neovim, on a copy of draft.md: findings stand where they should on lines with emoji and combining marks, a
-- repair and a renaming come out as expected, the commands do what they say.
local function lines() return vim.api.nvim_buf_get_lines(0, 0, -1, false) end
local function wait(what, till) if not vim.wait(20000, till, 20) then error('in vain: ' .. what .. '\n' .. vim.inspect(vim.diagnostic.get(0))) end end
local ask = require('stet.ask')

local function finding(rule)
  for _, each in ipairs(vim.diagnostic.get(0)) do
    if ask.code_of(each) == rule then return each end
  end
end

local function words_of(each)
  return lines()[each.lnum + 1]:sub(each.col + 1, each.end_col)
end

-- Neovim 0.7 always asks which action: the answer is the one of this title.
local function act(title)
  local usual = vim.ui.select
  vim.ui.select = function(items, options, chosen)
    vim.ui.select = usual
    for i, item in ipairs(items) do
      if options.format_item(item):find(title, 1, true) then return chosen(item, i) end
    end
    error('no action ' .. title)
  end
  vim.lsp.buf.code_action()
end

local tests = {
  { 'findings stand where they should', function()
    wait('findings', function() return finding('name-spelling-variant') and finding('passive-attribution') end)
    assert(words_of(finding('name-spelling-variant')) == 'Osterman', vim.inspect(finding('name-spelling-variant')))
    assert(words_of(finding('passive-attribution')) == 'is widely believed that')
    assert(not finding('acronym-undefined'), 'settings are not taken')
  end },
  { 'a repair is applied', function()
    local each = finding('name-spelling-variant')
    vim.api.nvim_win_set_cursor(0, { each.lnum + 1, each.col })
    act('Write Oosterman here')
    wait('the repair', function() return not table.concat(lines(), '\n'):find('Piet Osterman', 1, true) end)
    wait('no finding of it', function() return not finding('name-spelling-variant') end)
  end },
  { 'a name is changed all over the draft', function()
    local row = 0
    for i, line in ipairs(lines()) do
      if line:find('Oosterman', 1, true) then row = i break end
    end
    vim.api.nvim_win_set_cursor(0, { row, lines()[row]:find('Oosterman', 1, true) - 1 })
    vim.lsp.buf.rename('Ida Aaltonen')
    wait('the new name', function()
      local _, changed = table.concat(lines(), '\n'):gsub('Ida Aaltonen', '')
      return changed == 2 and not table.concat(lines(), '\n'):find('Oosterman', 1, true)
    end)
  end },
  { 'the buffer is what is expected', function()
    local expected = vim.fn.readfile(vim.env.EXPECTED)
    assert(table.concat(lines(), '\n') == table.concat(expected, '\n'), table.concat(lines(), '\n'))
  end },
  { ':Stet sheet writes the sheet', function()
    local target = vim.fn.tempname() .. '.html'
    vim.cmd('Stet sheet ' .. target)
    assert(table.concat(vim.fn.readfile(target), '\n'):find('widely believed', 1, true))
  end },
  { ':Stet rule shows the page of the finding here', function()
    local each = finding('passive-attribution')
    vim.api.nvim_win_set_cursor(0, { each.lnum + 1, each.col + 3 })
    vim.cmd('Stet rule')
    assert(table.concat(lines(), '\n'):find('passive%-attribution'))
    vim.cmd('close')
  end },
  { ':checkhealth stet is content', function()
    vim.cmd('checkhealth stet')
    local said = table.concat(lines(), '\n')
    assert(said:find('a server runs', 1, true), said)
    vim.cmd('bdelete')
  end },
  { ':Stet restart finds the same again', function()
    local before = require('stet').clients()[1].id
    vim.cmd('Stet restart')
    wait('another server', function()
      local now = require('stet').clients()[1]
      return now and now.id ~= before and finding('passive-attribution')
    end)
  end },
}

local failed = 0
for _, test in ipairs(tests) do
  local ok, why = pcall(test[2])
  io.write((ok and 'ok   ' or 'FAIL ') .. test[1] .. (ok and '' or ': ' .. tostring(why)) .. '\n')
  if not ok then failed = failed + 1 end
end
local version = vim.version()
io.write(('Neovim %d.%d.%d: %d passed, %d failed\n'):format(version.major, version.minor, version.patch, #tests - failed, failed))
vim.cmd(failed == 0 and 'qa!' or 'cq!')
