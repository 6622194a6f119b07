using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Questions for the tasks that are about something: 跟数据共享沾边的是谁家的, 商务局的任务里有没有展会这块. Pure.</summary>
internal static class TaskSearch
{
    /// <param name="plain">Normalised.</param>
    /// <returns>What the tasks are to be about; null when nothing of the kind is asked.</returns>
    public static string? WordsIn(string plain)
    {
        foreach (var pattern in new[] { About, Touches, Within, Whose, WhoDoes, English })
        {
            if (pattern.Match(plain) is { Success: true } match && Tidy.Replace(match.Groups["about"].Value, "").Trim() is { Length: > 1 } words && !NothingToLookFor.IsMatch(words))
                return words;
        }
        return null;
    }

    private const string Words = "(?<about>[\u4e00-\u9fffa-z0-9]{2,12}?)";

    /// <summary>跟数据共享沾边的是谁家的, 涉及招商的任务有哪些.</summary>
    private static Regex About => field ??= new($"(?:跟|和|与|同){Words}(?:有关|相关|沾边|搭边|挂钩|搭界|有关系|扯得上)(?:系)?的?.{{0,8}}(?:谁|哪|几|有吗|什么)|(?:涉及|牵涉|牵扯|关于){Words}的?(?:任务|分工|事项|活儿?).{{0,6}}(?:谁|哪|几)|(?:哪|谁|几)[^,。]{{0,8}}任务[^,。]{{0,4}}(?:跟|和|与|涉及|关于|提到){Words}(?:有关|相关|沾边|有关系)?的?$");

    /// <summary>智能大会都牵扯哪几家, 哪几家跟智能大会沾边.</summary>
    private static Regex Touches => field ??= new($"^(?:那|请问|对了|哎|,)*{Words}(?:这(?:个|块|事)?)?(?:都|要|得|到底|究竟|一共|总共|主要|具体|又|还)*(?:牵扯|牵涉|涉及|牵连|关系|关联|扯上|落在?|摊到?|分给|分到)(?:到|着|了)?(?:的)?(?:是|有)?(?:哪|谁|几|多少)(?:些|几|一)?(?:个|家|些)?(?:单位|部门|委办局|委|局|头上)?(?:的)?(?:任务|活)?(?:来着|呢|啊)?[?]?$|^(?:那|请问|,)*(?:有)?(?:哪|谁|几)(?:些|几|一)?(?:个|家)?(?:单位|部门|局|委)?(?:的)?(?:任务|活|分工)?(?:会|都|也)*(?:(?:牵扯|牵涉|涉及|沾|碰|挨)(?:到|着|了|上)?(?:的)?(?:是)?{Words}(?:的|了|来着|呢)?|(?:跟|和|与){Words}(?:有关|沾边|搭边|挂钩|沾点边|有关系|沾得上)(?:的|了|呢)?)[?]?$");

    /// <summary>任务里有没有展会这块.</summary>
    private static Regex Within => field ??= new($"(?:任务|分工|清单|职责)(?:里头?|里面|当中|中|上)?(?:到底)?(?:有没有|有无|有|含不含|包不包括|包括|提没提|提到)(?:过)?{Words}(?:这块|那块|这项|那项|这一?块|这方面|方面|相关|这个|的内容|的事|一项)?(?:的)?(?:任务|内容|事)?(?:吗|么|没有?|呢)?[?]?$");

    /// <summary>展会这块归谁管, 自助终端那摊是哪家的.</summary>
    private static Regex Whose => field ??= new($"^(?:那|请问|对了|哦|噢|嗯|啊|,| )*{Words}(?:这|那)(?:一)?(?:块|摊|摊子|方面|摊事)(?:的)?(?:任务|工作|活|事)?(?:是|归|由|该|算)?(?:谁|哪)(?:一)?(?:家|个|些)?(?:单位|部门|委|局)?(?:管|负责|牵头|的|在(?:做|弄)|来做)?(?:任务)?[?]?$");

    /// <summary>智能网联汽车测试谁负责, 刷脸支付是哪家牵头.</summary>
    private static Regex WhoDoes => field ??= new("^(?:那|请问|对了|哦|噢|嗯|啊|,| )*(?<about>[\u4e00-\u9fffa-z0-9]{3,14}?)(?:(?:那|这)(?:一)?(?:件|项|条|个|块|摊))?(?:的)?(?:任务|工作|活|事)?(?:是|归|由|该)?(?:谁|哪(?:一)?(?:家|个单位|个部门|个局|个委))(?:在|来)?(?:负责|管|牵头|承担|做|弄|干)(?:的|呢|啊)?(?:[,](?:现在|目前)?(?:做|弄|干|推|进展|搞)(?:到|得)(?:哪|什么|怎么|咋)[^,]{0,8})?[?]?$");

    private static Regex English => field ??= new("^(?:and |so |remind me,? )*(?:who|which (?:units?|bureaus?|offices?|ones)|how many units)(?: all| else)?(?: is| are| has| have| gets?)* (?:involved (?:in|with)|mixed up in|concerned (?:by|with)|touched by|anything to do with|something to do with|a (?:hand|stake|part) in) (?:the )?(?<about>[a-z][a-z -]{2,30}?)(?: again)?[?]?$|(?:which|whose|any|what) (?:of (?:their|the) )?(?:units?|tasks?|offices?|bureaus?)(?: (?:is|are|has|have))? (?:(?:a )?tasks? )?(?:about|on|touch(?:es|ing)?(?: on)?|deal(?:s|ing)? with|concern(?:s|ing)?|cover(?:s|ing)?|related to|to do with|involv(?:es?|ing)) (?:the )?(?<about>[a-z][a-z -]{2,30}?)[?]?$");

    private static Regex Tidy => field ??= new("^(?:的|那个?|这个?|一下|过)+|(?:的|这|那|之类|什么|一类)+$");

    private static Regex NothingToLookFor => field ??= new("^(?:哪些?|谁|几|多少|什么|没(?:有|报|交)|逾期|他们|我们|咱们|单位|任务|别的|其他|问题|进展|成效|下一步|变化|调整|改动|the|it|them|this|that|what)$|^(?:没|未|逾期|已)|^第.{1,3}[项条个]|(?:这|那)(?:一)?(?:项|条|个|件)$|催报|催办|报送|填报|汇总|系统|平台上|机器人|计划|整体|具体|平时|最后|到底|联络|联系|这(?:个|件|些)?(?:工作|事)|导出|审核|通知|提醒|督办|督查|总体|总的");
}
