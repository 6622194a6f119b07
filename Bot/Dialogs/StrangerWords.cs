using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>What somebody asks who is not known, in kinds that can be answered without telling anything. Pure.</summary>
internal static class StrangerWords
{
    private const int LongestQuestion = 120;

    /// <summary>The answer in general words; null where the words are of none of these kinds.</summary>
    public static Reply? Answer(string text, Language language)
    {
        var plain = Spelling.Plain(text);
        if (Material.IsMatch(plain))
            return StrangerTexts.NotTaken(language);
        if (plain.Length > LongestQuestion)
            return null;
        return CodeFails.IsMatch(plain) ? StrangerTexts.CodeFails(language)
            : HowLong.IsMatch(plain) ? StrangerTexts.HowLong(language)
            : InCharge.IsMatch(plain) ? StrangerTexts.InCharge(language)
            : UsedBefore.IsMatch(plain) ? StrangerTexts.UsedBefore(language)
            : ForSomebody.IsMatch(plain) ? StrangerTexts.ForSomebody(language)
            : WhatIsThis.IsMatch(plain) ? StrangerTexts.WhatThisIs(language)
            : Figures.IsMatch(plain) ? StrangerTexts.NoFigures(language) : null;
    }

    private static Regex Material => field ??= new("(?:进展|问题|困难|成效|下一步)[^:]{0,6}[:].{4,}|(?:情况|材料|小结)[:].{10,}|(?<![a-z])(?:progress|problems|results|next steps?):.{4,}|(?:先)?(?:把)?材料(?:先)?(?:给|发|交)(?:你|您)");

    private static Regex CodeFails => field ??= new("(?:绑定码|邀请码|验证码|码|链接)(?:怎么|还是|老|一直|就|也|都|是)*(?:不对|不行|没用|无效|用不了|过期|失效|打不开|错|绑不上)|(?:绑|登)(?:不上|不了|定不了|定失败|录不了)|(?:照着|按(?:着|照)?).{0,10}(?:输|填|发|打)的|(?:输|填|打)(?:的|得)(?:没错|一模一样|对的)|(?<![a-z])(?:typed|entered|copied|pasted) (?:it|the code|that)(?![a-z])|(?:code|link)(?: that i (?:have|got))? (?:doesn't|does not|didn't|isn't|is not|won't|fails?|failed|expired|has expired)|exactly as (?:in|it)");

    private static Regex HowLong => field ??= new("(?:多久|多长时间|几天|什么时候|啥时候|何时)(?:才|就|能|可以|会)*(?:批|好|通过|核实|审|开通?|行|绑|弄好|有结果)|(?:大概|一般|要|得)(?:多久|多长时间|几天)|(?<![a-z])(?:how long|how soon|when will (?:it|that|this|i|they|you)|when can i expect)(?![a-z])");

    private static Regex InCharge => field ??= new("谁(?:在)?(?:负责|管|牵头|主管)|(?:找|问|联系)(?:谁|哪个|哪里|哪位)|(?:负责人|管理员|牵头的?人|联系人)(?:是谁|叫什么|电话|在哪)|(?<![a-z])(?:who(?:'s| is) (?:in cha[rn]ge|responsible|running|the coordinator|your boss)|who (?:do|should|can|could) i (?:ask|contact|call|talk|speak|write)|who runs)(?![a-z])");

    private static Regex UsedBefore => field ??= new("(?:以前|之前|原来|一直|上次|去年)(?:都|也|就)?(?:在|用|是在|是用)?.{0,10}(?:报|填|用|登|发)(?:的|过|得)|换(?:了|个)?(?:手机|号|账号|软件|渠道|这|平台).{0,10}(?:不认|不行|进不|不让)|(?<![a-z])(?:used to|always (?:reported|did|used)|(?:worked|reported|used it) before|last (?:quarter|year|time) (?:it|i|this) (?:worked|reported|could))(?![a-z])");

    private static Regex ForSomebody => field ??= new("(?:替|帮|代)(?:她|他|他们|同事|人|别人|领导|[\u4e00-\u9fff]{2,4})(?:报|填|交|提交|写|弄|代报)|(?<![a-z])(?:submit|report|file|do it|write|fill)(?: (?:it|this|in))? (?:for|on behalf of|instead of) (?:them|him|her|my|the|a)|(?:her|his|their) (?:phone|number|mobile|account|e-?mail) (?:is|was)|(?:她|他|同事)的?(?:手机|电话|号码)(?:号)?是");

    private static Regex WhatIsThis => field ??= new("(?:干(?:啥|什么|嘛)|做(?:什么|啥)|有(?:什么|啥)用)(?:用|的|使)?(?:的|呢|啊)?|(?:这|你|您)(?:个|里)?(?:是|叫)(?:什么|啥|谁|哪个|哪位|干)|(?<![a-z])(?:what (?:is|'s) (?:this|it|that)|what's this|what are you|who are you|what does (?:this|it) do|what (?:do you|is this) (?:do|for))(?![a-z])");

    private static Regex Figures => field ??= new("几号|哪天|日期|截止|期限|什么时候(?:交|报)|几项|多少|哪些(?:单位|部门)|谁(?:没|还没)|差几|逾期|总数|合计|数据|(?<![a-z])(?:when is|due|deadline|date|how many|how much|total|figures?|numbers?|which (?:departments?|units?|offices?|bureaus?)|who (?:hasn't|has not|is late)|statistics|average)(?![a-z])");
}
