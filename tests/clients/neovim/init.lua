vim.opt.runtimepath:prepend(vim.env.STET_PLUGIN)
vim.cmd('runtime plugin/stet.lua')
require('stet').setup { cmd = vim.env.STET, settings = { rules = { acronyms = 'off' } } }
