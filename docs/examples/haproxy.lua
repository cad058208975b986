-- Asks Iolaus whether a request may pass, and returns its refusal as it is. Adapt what stands in capital letters.
--   IOLAUS   address:port of the service; an address, since HAProxy's client resolves no names without resolvers
--   API_KEY  key with scope decide
-- If Iolaus does not answer within 200 ms, the request passes.

local function first(headers, name)
    return headers[name] and headers[name][0]
end

local function ask(txn)
    local headers = txn.http:req_get_headers()
    local account = first(headers, "x-account-id")
    if not account then
        return
    end
    local question = { ["x-api-key"] = { "API_KEY" }, ["x-account-id"] = { account } }
    local end_user = first(headers, "x-end-user-id")
    if end_user then
        question["x-end-user-id"] = { end_user }
    end
    local answer = core.httpclient():get {
        url = "http://IOLAUS/v1/auth/forward",
        headers = question,
        timeout = 200
    }
    if not answer or answer.status == 200 then
        for _, name in ipairs({ "x-iolaus-action", "x-iolaus-watermark-key" }) do
            local value = answer and answer.headers and first(answer.headers, name)
            if value then
                txn.http:req_set_header(name, value)
            else
                txn.http:req_del_header(name)
            end
        end
        return
    end
    if answer.status ~= 403 and answer.status ~= 429 then
        return
    end
    local reply = txn:reply()
    reply:set_status(answer.status)
    for _, name in ipairs({ "content-type", "retry-after", "x-iolaus-action", "x-iolaus-reason", "x-iolaus-reference" }) do
        local value = first(answer.headers, name)
        if value then
            reply:add_header(name, value)
        end
    end
    reply:set_body(answer.body)
    txn:done(reply)
end

core.register_action("iolaus", { "http-req" }, ask, 0)
