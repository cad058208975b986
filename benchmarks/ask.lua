-- Has wrk ask for decisions about accounts drawn at random.
--
--   wrk ... -s ask.lua URL -- KIND KEY ACCOUNTS PAUSE
--
-- KIND is decisions or forward; ACCOUNTS a file with one account a line, or how many the server knows of acct-0, acct-1 and so
-- on, of which twice as many are asked for; PAUSE the milliseconds between two requests of a connection, on average, drawn so
-- that requests come by chance. Prints requests a second, and p50 and p99 in milliseconds.
local requests, pause = {}, 0
local COUNT = 20000

-- A function that draws an account.
local function drawing(accounts)
    local count = tonumber(accounts)
    if count then
        return function() return "acct-" .. math.random(0, 2 * count) end
    end
    local known = {}
    for account in io.lines(accounts) do
        known[#known + 1] = account
    end
    return function() return known[math.random(#known)] end
end

function init(arguments)
    local kind, key, draw = arguments[1], arguments[2], drawing(arguments[3])
    pause = tonumber(arguments[4])
    math.randomseed(os.time() + tonumber(tostring(requests):match("0x(%x+)"), 16) % 100000)
    for i = 1, COUNT do
        local account = draw()
        if kind == "decisions" then
            requests[i] = wrk.format("GET", "/v1/decisions?account_id=" .. account, {["X-Api-Key"] = key})
        else
            requests[i] = wrk.format("GET", "/v1/auth/forward", {["X-Api-Key"] = key, ["X-Account-Id"] = account})
        end
    end
end

local next = 0
function request()
    next = next % COUNT + 1
    return requests[next]
end

function delay()
    return pause == 0 and 0 or math.floor(-pause * math.log(1 - math.random()) + 0.5)
end

function done(summary, latency, calls)
    io.write(string.format("%.0f %.3f %.3f\n", summary.requests / summary.duration * 1e6,
        latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
