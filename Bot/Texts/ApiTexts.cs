namespace PlanBot.Texts;

/// <summary>What the API says to the people who write other systems.</summary>
public static class ApiTexts
{
    public const string Description = """
        PlanBot 面向其他系统的接口。答复为 JSON；列表分页，每页默认 50 条、最多 200 条，用 nextCursor 取下一页；读取带 ETag，可用 If-None-Match；错误为 application/problem+json，语言按 Accept-Language（zh 或 en）。
        PlanBot for other systems. Answers are JSON; lists come in pages of 50, at most 200, and go on with nextCursor; what is read has an ETag for If-None-Match; errors are application/problem+json in the language of Accept-Language (zh or en).
        """;

    public const string TokenDescription = "用 planbot token add 生成的令牌。 A token made by planbot token add.";

    public const string KeyDescription = "重试时保持不变的键，24 小时内同一请求只办一次。 A key that stays the same when the request is sent again: within 24 hours it is done once.";

    public const string IfMatchDescription = "该事项的 etag：此后有人改动则不办理，答 412。 The obligation's etag: if somebody has changed it since, nothing is done and the answer is 412.";

    private static readonly Dictionary<string, ((string Chinese, string English) Title, (string Chinese, string English) Detail)> Problems = new()
    {
        ["token-missing"] = (("未提供令牌", "No token"), ("请在 Authorization 头中写 Bearer 和令牌。", "Give the token under Authorization, after Bearer.")),
        ["token-unknown"] = (("令牌无效", "Unknown token"), ("没有这个令牌，请核对是否完整；必要时用 planbot token add 重新生成。", "There is no such token. Check that it is complete, or have a new one made by planbot token add.")),
        ["token-over"] = (("令牌已失效", "Token over"), ("令牌已过期或已被吊销，请管理员用 planbot token add 重新生成。", "The token has expired or was revoked; have a new one made by planbot token add.")),
        ["scope-missing"] = (("权限不足", "Scope missing"), ("这个令牌没有 {0} 权限，请换用有此权限的令牌。", "This token has not the scope {0}; use one that has it.")),
        ["all-units-needed"] = (("令牌限定了单位", "Token for some units"), ("这个令牌只管部分单位，不能办理涉及全部单位的请求；请指明单位或换用令牌。", "This token is for some units only; name units, or use a token for all of them.")),
        ["not-found"] = (("没有找到", "Not found"), ("没有这个地址或对象，或者令牌看不到它。", "There is no such address or thing, or this token cannot see it.")),
        ["bad-method"] = (("方法不对", "Method not allowed"), ("这个地址不支持该方法，请查看 /api/v1/openapi.json。", "This address does not take that method; see /api/v1/openapi.json.")),
        ["bad-request"] = (("请求无法读取", "Bad request"), ("请求的地址参数或 JSON 内容有误，请对照 /api/v1/openapi.json 检查。", "The parameters or the JSON cannot be read; compare them with /api/v1/openapi.json.")),
        ["bad-value"] = (("参数有误", "Bad value"), ("{0} 的值不可用，请对照 /api/v1/openapi.json 检查。", "The value of {0} is none that can be used; see /api/v1/openapi.json.")),
        ["too-large"] = (("请求过大", "Too large"), ("请求内容超过上限，请缩短后重发。", "The request is larger than allowed; shorten it.")),
        ["not-json"] = (("不是 JSON", "Not JSON"), ("请求内容应为 application/json。", "The body must be application/json.")),
        ["too-many"] = (("请求过多", "Too many requests"), ("每个令牌每分钟最多 {0} 次请求，请按 Retry-After 等待后再试。", "A token has {0} requests a minute; wait as Retry-After says.")),
        ["key-reused"] = (("键已用于别的请求", "Key used before"), ("同一个 Idempotency-Key 已用于另一个请求，请换一个新键。", "This Idempotency-Key was used for another request; take a new one.")),
        ["key-in-use"] = (("请求正在办理", "Request under way"), ("同一请求正在办理，请稍后再试。", "The same request is being dealt with; try again in a moment.")),
        ["if-match-needed"] = (("缺少 If-Match", "If-Match needed"), ("请先读取该事项，把它的 etag 写在 If-Match 头中。", "Read the obligation first and give its etag under If-Match.")),
        ["changed-meanwhile"] = (("已有改动", "Changed meanwhile"), ("该事项在您读取之后有了改动，没有办理；请重新读取后再定。", "The obligation has changed since you read it, and nothing was done; read it again and decide.")),
        ["incomplete"] = (("内容不完整", "Incomplete"), ("须为每个部分各写一段文字（每段不超过 20000 字，没有可说的写“无”），部分为：{0}。", "There must be a text for each section and no other, up to 20,000 characters, 无 where there is nothing to say. The sections: {0}.")),
        ["reason-needed"] = (("缺少理由", "Reason needed"), ("请写明理由，不超过 {0} 字。", "Give a reason, up to {0} characters.")),
        ["not-later"] = (("日期未推后", "Not later"), ("新的截止日期应晚于现在的截止日期。", "The new due date must be later than the present one.")),
        ["due-too-far"] = (("日期太远", "Due date too far"), ("新的截止日期在两年以后，请换一个近些的日期。", "The new due date is more than two years away; choose a nearer one.")),
        ["due-in-past"] = (("日期已过", "Due date passed"), ("新的截止日期已经过去，请另定日期。", "The new due date has passed already; choose another.")),
        ["period-closed"] = (("报告期已关闭", "Period closed"), ("报告期已关闭，已报送的内容须先由管理员退回才能修改。", "The period is closed; what was submitted changes only when a coordinator returns it.")),
        ["accepted"] = (("已审核通过", "Accepted"), ("该报告已审核通过，不能再改；需要修改请联系管理员退回。", "The report has been accepted; ask a coordinator to return it.")),
        ["waived"] = (("已免报", "Waived"), ("该事项已免报，无需再办。", "The report was waived; nothing is owed.")),
        ["already-submitted"] = (("已经报送", "Already submitted"), ("该事项已经报送，不能延期或免报。", "The report has been submitted; it can be neither extended nor waived.")),
        ["bad-template"] = (("模板不可用", "Template unusable"), ("服务器设置的 Word 模板不能使用，请管理员检查 Export:Template。", "The Word template of the settings cannot be used; have Export:Template looked at.")),
        ["unavailable"] = (("暂时不可用", "Unavailable"), ("系统暂时不能办理，请按 Retry-After 等待后再试。", "PlanBot cannot serve this at the moment; try again as Retry-After says.")),
        ["broken"] = (("内部错误", "Internal error"), ("处理时出错，请稍后再试；如果还不行，请联系管理员查看日志。", "Something went wrong here; try again later, or have the log looked at.")),
    };

    /// <param name="details">In the sentence's order.</param>
    public static (string Title, string Detail) Problem(string code, IReadOnlyList<string> details, Language language)
    {
        var (title, detail) = Problems[code];
        return (language.In(title.Chinese, title.English), string.Format(System.Globalization.CultureInfo.InvariantCulture, language.In(detail.Chinese, detail.English), [.. details]));
    }
}
