using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>A contact's own affairs in words that examples take for something else: taking a report back, more of a reminder that has rung, whether it is late, a task in full.</summary>
public static partial class Understand
{
    /// <returns>Null for all others.</returns>
    private static Understood? OfOwnAffairs(Understood said)
    {
        // pls take back task 1, my director wants a word changed
        if ((TakesBack.IsMatch(said.Plain) || TakesItBack.IsMatch(said.Plain)) && !OfRequest.IsMatch(said.Plain))
            return said with { Intent = Intent.Withdraw, Confidence = 0.95, IsByExample = false, EndsAsQuestion = false, LikeReport = 0 };
        // 第三条当时怎么写的
        if (HowWritten.IsMatch(said.Plain))
            return As(said, Intent.MyReport) with { Tasks = said.Tasks };
        // 第四条全文发我，我要转给处里
        if (said.Tasks.Count > 0 && InFull.IsMatch(said.Plain))
            return As(said, Intent.MyTasks) with { Tasks = said.Tasks, NewPerson = null };
        // 还没散，再晚一个钟头, when a reminder has rung.
        if (MoreTime.Match(said.Plain) is { Success: true } more && Utterance($"{MinutesOf(more)}分钟后提醒我", [], speaker: Speaker.Unit) is { When: not null } later)
            return later with { Raw = said.Raw, Plain = said.Plain, Intent = Intent.Snooze, Confidence = 0.97, IsByExample = false, Language = said.Language, LikeReport = 0, EndsAsQuestion = false };
        if (WhetherLate.IsMatch(said.Plain) || GotThrough.IsMatch(said.Plain))
            return As(said, Intent.MyStatus);
        // 这次是报一季度的还是二季度的
        if (WhichPeriod.IsMatch(said.Plain))
            return As(said, Intent.DueDate) with { When = null, Tasks = [], Periods = [] };
        // 对了这个今天非得交吗
        if (MustBeToday.IsMatch(said.Plain))
            return As(said, Intent.DueDate) with { When = null, Tasks = [], Periods = [], Evidence = [.. said.Evidence, new("EndOfDay", said.Plain)] };
        // 第三项我们还报不报啊
        if (WhetherStill.IsMatch(said.Plain))
            return As(said, Intent.UntilDecided) with { Tasks = said.Tasks };
        // can I just fill in a Word doc and send it over?
        if (AsFile.IsMatch(said.Plain))
            return As(said, Intent.Form) with { Tasks = [], EndsAsQuestion = false, IsQuestion = false };
        // and the one after this?
        if (NextOne.IsMatch(said.Plain))
            return As(said, Intent.DueDate) with { When = null, Tasks = [], Periods = [new(PeriodReference.AfterToday)] };
        // …没人签字，周四下班前报行吗: a day that is asked for, and why.
        if (said.When is { Reference: not DateReference.Time } && AskedByDay.Match(said.Plain) is { Success: true } asked && said.Raw.LastIndexOfAny([',', '，', '。', '；', ';']) is var at && (at > 0 || said.Plain == asked.Value))
            return said with { Intent = Intent.Extend, Confidence = 0.96, IsByExample = false, EndsAsQuestion = false, IsQuestion = false, LikeReport = 0, Reason = at > 0 && asked.Index > 0 ? said.Raw[..at].Trim() : null };
        if (WhetherEach.IsMatch(said.Plain))
            return As(said, Intent.HowToReport) with { Tasks = [] };
        if (Meanwhile.IsMatch(said.Plain))
            return As(said, Intent.UntilDecided) with { Tasks = [] };
        if (Difference.IsMatch(said.Plain))
            return As(said, Intent.WhatBelongs);
        // 太麻烦了，那我路上报
        if (WillDo.IsMatch(said.Plain))
            return said with { Intent = Intent.NotNow, Confidence = 0.95, IsByExample = false, LikeReport = 0, EndsAsQuestion = false, IsQuestion = false };
        return null;
    }

    /// <summary>Whether every task must be written by itself.</summary>
    internal static bool AsksWhetherEach(string plain) => WhetherEach.IsMatch(plain);

    /// <summary>The form is to be filled in elsewhere and sent back.</summary>
    internal static bool WantsFormAsFile(string plain) => AsFile.IsMatch(plain);

    private static int MinutesOf(Match more) => more.Groups["unit"].Value switch
    {
        "刻钟" => 15 * CountOf(more),
        "分钟" or "minute" or "minutes" or "min" => CountOf(more),
        _ => more.Groups["half"].Success ? 30 : 60 * CountOf(more),
    };

    private static int CountOf(Match more) => more.Groups["n"].Success ? Numbers.Parse(more.Groups["n"].Value) ?? 1 : 1;

    private static Regex MustBeToday => field ??= new("^(?:对了|那|哎|诶|话说|另外|请问|问一?下|,)*(?:这个?|那个?|我们?|报告|材料|这期|这次|它)*(?:今天|明天|今晚|今儿|下班前)(?:就|之内|以内|前)?(?:非得|必须|一定(?:要|得)?|非要|是不是(?:必须|得|要|就要)|就得|就要|得|要|务必)(?:今天)?(?:交|报|弄完|报完|填完|交上|报上)(?:上去|上|完|齐|了)*(?:吗|么|啊|不|嘛|不可)[?]?$|^(?:oh,? |by the way,? |btw,? |and |so )*(?:does|do|must|has) (?:it|this|we|i|the report)(?: really| actually)? ?(?:have to|need to|has to)? ?(?:be|go|get)?(?: in| done| filed| sent| submitted| out)* (?:by )?(?:today|tonight|tomorrow)[?]?$");

    private static Regex WhetherStill => field ??= new("^(?:那|所以|,)*第[一二三四五六七八九0-9]{1,2}[项条个](?:任务)?(?:我们?|咱们?|现在|到底|这次|还|究竟)*(?:报不报|交不交|填不填|要不要报|用不用报|需不需要报|还(?:要|用|得)?报吗|要报吗|用报吗)(?:了|啊|呀|呢)*[?]?$|^(?:so |and |then )*(?:do|must|should) we (?:still )?(?:report|file|do) (?:on )?(?:task|item) [0-9](?: or not| now| then)*[?]?$|^(?:so |and |then )*(?:do|must|should) (?:i|we) still (?:do|report|file|handle) (?:q[1-4]|this quarter|the report|it)(?: or not| now| then)*[?]?$");

    private static Regex AskedByDay => field ??= new("(?:^|(?<=[,.;] ?))(?:那|我们?|能不能|可不可以|能|可以|能否|我想|就)*(?:本|这|下)?个?(?:周[一二三四五]|星期[一二三四五]|礼拜[一二三四五]|(?:[0-9]{1,2}月)?[0-9]{1,2}[号日]|明天|后天)(?:上午|中午|下午|晚上|下班|之|以|前)*(?:再|才|给|把)?(?:补|交|报|给|送|发)(?:送|过来|上来|上去|给你们?|你们?|来)*(?:,)?(?:行吗|行不行|行么|可以吗|可不可以|成吗|成不|好吗|来得及吗|没问题吧|ok吗|行不)[?]?$");

    /// <summary>did our report get through?, whatever somebody thinks.</summary>
    private static Regex GotThrough => field ??= new("^(?:hi|hello|sorry|quick question|[,. ])*(?:did|has|have) (?:our|my|the) (?:report|submission|entry|stuff|reports) (?:get|gone|got|go|come|came|been|made?) (?:through|in|received|it|over|filed)(?![a-z])");

    private static Regex WhichPeriod => field ??= new("^(?:您好|你好|请问|问一?下|想问一?下|那|,)*(?:我们?|咱们?)?(?:这次|这回|现在|目前|本次|这个)?(?:要|得|该|应该)?(?:是)?(?:要|报)*报?的?(?:是)?(?:哪个?季度|哪一?季|哪(?:一)?期|[一二三四]季度的?(?:还是|或者?)[一二三四]季度)(?:的)?(?:啊|呀|呢|材料|报告|进展)*[?]?$|^(?:so |and |sorry,? )*which quarter (?:is this|is it|are we|do we|do you|should we|does this)[a-z ,]{0,40}[?]?$");

    private static Regex AsFile => field ??= new("^(?!.*(?:evidence|annex|attach)).*(?<![a-z])(?:can|could|may) (?:i|we)(?: just| please| also)? (?:fill (?:it |this |them )?(?:in |out )?|use |have |get |do (?:it|this) (?:in|as|on) )(?:in |on |as )?(?:a |an |the |your )?(?:word|excel)(?![a-z])|(?<![a-z])(?:form|sheet|template)(?![a-z]).{0,30}(?<![a-z])(?:fill|complete).{0,24}(?<![a-z])(?:send|mail|return|hand).{0,10}(?<![a-z])(?:back|in|over)(?![a-z])|(?:表|表格|表单|模板).{0,12}(?:填好|填完|填了|写好)(?:之?后|再|就|能|可以|直接)*(?:发|传|交|给)(?:回|过)?(?:来|去|给?你们?)?(?:的|吗|么|行吗)*[?]?$|(?:能不能|可不可以|能|可以)(?:用|填|发)(?:个)?(?:word|excel)(?:表|文档|版)?(?:填|报|发|交)?(?:给你|过来|再发)*(?:吗|么|不|行吗)?[?]?$");

    private static Regex TakesBack => field ??= new("^(?:hi|hello|sorry|oops|please|pls|can (?:you|i|we)|could (?:you|i|we)|i(?:'d| would) like to|(?:i|we) (?:need|want|have) to|let me|[,. ])*(?:take back|withdraw|pull back|retract|recall|unsubmit) (?:(?:our|my|the|what (?:we|i) (?:sent|filed)|that|this|it|all|both)(?:,? |$))*(?:(?:report|entry|one|text)s?(?: (?:on|for|of) )?)?(?:(?:task|item) [0-9a-z]+|tasks [0-9a-z, ]+|the [a-z]+ (?:task|one))?(?:$|[,.;](?! *(?:request|extension|objection)).{0,60}$| (?:so|because|since|please|again)(?![a-z]).{0,60}$)");

    private static Regex TakesItBack => field ??= new("^(?:hi|hello|sorry|oops|please|pls|can (?:you|i|we)|could (?:you|i|we)|i(?:'d| would) like to|(?:i|we) (?:need|want|have) to|let me|[,. ])*(?:take|pull|get|have) (?:(?:our|my|the) )?(?:(?:task|item) [0-9]{1,2}|tasks [0-9, and]+|report|it|that|this|both|all of it|all) back(?:$|[,.;](?! *(?:request|extension|objection)).{0,60}$| (?:so|because|since|please|again)(?![a-z]).{0,60}$)");

    private static Regex OfRequest => field ??= new("(?<![a-z])(?:request|extension|application|objection|handover)");

    private static Regex HowWritten => field ??= new("^(?:那|哎|请问|我们?|咱们?|第[一二三四五六七八九0-9]{1,2}[项条个]|最后一[项条]|那|这|一|项|条|份|个|,)*(?:的|里)?(?:进展|问题|成效|下一步)?(?:当时|那时候?|当初|之前|上次|刚才|原来|最后|都|是|我们?|,)*(?:怎么|咋)(?:写|报|填|说)的(?:来着|呢|啊|了)?[?]?$|^(?:and |so )?what did (?:we|i) (?:write|put|say|report|file|send)(?: (?:for|on|in|under|about))?(?: (?:task|item) [0-9a-z]+| the [a-z]+ (?:task|one))?(?: (?:again|then|there|exactly))*[?]?$");

    private static Regex InFull => field ??= new("^(?!.*[已了过]).{2,12}(?:全文|完整(?:的)?(?:内容|原文|表述)|原文).{0,4}(?:发|给|看|传|贴|调|拿|念|是)(?!布|行|展|放)(?:我|你|一?下|给|过来|出来|看|什么|啥|[,.]|$)|^(?!.*[已了过])(?:请|麻烦|帮我|给我|让我|我想?|要|想|能|把|,)*(?:看|发|调|贴|传|念|要|给).{0,6}第.{1,4}(?:全文|原文)|(?<![a-z])(?:in full|(?:full|whole|complete) text|exact wording)(?! (?:is|was|has|had|were|of)(?![a-z]))(?![a-z])");

    private static Regex MoreTime => field ??= new("^(?:还|仍|我们?|这会|会议?|这边|在|没|没有|才|[,. ]|散|开完|结束|忙完|弄完|完|忙|开会|开着|会|呢|了|着|不行|等等)*(?:再|还要|还得|请|你|,)*(?:晚|推迟?|过|等|迟|缓|延)(?:上)?(?:(?<half>半)个?|(?<n>[0-9]{1,2}|[一两二三四五六]|[一二三四五]?十五?)?个?)(?<unit>钟头|小时|刻钟|分钟)(?:之?后|再|以后)?(?:叫|提醒|喊|催|说|来|我|一声|一下)*(?:吧|行吗|哈|好吗)?$|^(?:(?:we're |we are |i'm |i am )?still (?:in|at|busy)[^,.;]{0,24}[,.;] ?)?(?:please |sorry,? |can i have |give me |make (?:it|that) |remind me in )*(?:(?<half>half an)|another|one more|an|(?<n>[1-9]|two|three) more) (?<unit>hours?)(?: more| later)?(?:,? please)?[.!]*$|^(?:please |give me )?another (?<n>[1-9][0-9]?) (?<unit>minutes|min)(?: please)?[.!]*$");

    private static Regex WhetherLate => field ??= new("^(?:so |and |oh |wait,? )*(?:are|is|am) (?:we|i|ours|it|this|our (?:report|unit|office))(?: already| now)? (?:late|overdue|behind|past due|past the deadline)(?: already| now| yet| with this)*[?]?$|^(?:那|请问)?(?:我们?|咱们?|这边|本单位)(?:这边|单位|委|局|办)?(?:是不是|算不算|算|现在|已经?|这)*(?:逾期|晚|迟|超期|过期|超时)(?:交)?(?:了)?(?:吗|么|没有?|呢|吧)?[?]?$");

    private static Regex NextOne => field ??= new("^(?:and |so |what about |how about |when(?:'s| is) )*(?:the )?(?:(?:one|period|quarter|report|deadline) after (?:this|that)(?: one)?|next (?:one|deadline) after (?:this|that))(?: due)?[?]?$|^(?:那)?(?:再)?(?:下一|下)(?:期|次|回|个)(?:的)?(?:呢|什么时候|几号|哪天)(?:交|报|截止)?[?]?$");

    private static Regex WhetherEach => field ??= new("(?<![a-z])(?:each|every|all) (?:task|item|one)s?(?: of them)? (?:need|have|get|require|be)[a-z]* .{0,40}(?:own|separate|separately|one for all|one text|together)|(?:one (?:text|report|write-?up|answer) for all|(?:write|report) (?:them )?(?:all )?separately|separate (?:text|report|write-?up)s? for each).{0,20}[?]?$|(?:每|各)(?:一)?[项条个](?:任务)?(?:都)?(?:要|得|需要|是不是要|是不是得)(?:单独|分开|分别|各)(?:写|报|填).{0,12}$|(?:能|可以|能不能|可不可以)(?:几|两|三|五|各|所有)?[项条]?(?:合|并)(?:在一起|到一起|起来|成一[份条个])(?:写|报|填)?(?:吗|么|不)?[?]?$");

    private static Regex Meanwhile => field ??= new("(?:反映|申请|处理|答复|批复|裁定|商量|研究|审批|他们定|结果出来|定下来)(?:的)?(?:期间|之前|以前|过程中|这段时间|这几天|前).{0,6}(?:还|先|就|是不是|可以|能)*(?:不用|不要|不必|别|要不要|用不用|还要|还用|还得|停)(?:再)?(?:先)?(?:报|填|交|写)(?:送)?(?:了)?(?:吧|吗|么|呢|不)?[?]?$|(?<![a-z])(?:so |then )?(?:no need to|needn't|we don't (?:have|need) to|do we (?:still )?(?:have|need) to|must we|should we) (?:file|report|submit)(?: (?:it|that|this|anything))? (?:while|until|meanwhile|in the meantime).{0,40}$");

    private static Regex Difference => field ??= new("^(?:这个?|那|它|这栏|[,])*(?:跟|和|与)(?:前面的?|工作)?(?:进展|问题|困难|成效|效果|下一步)(?:那栏|情况|里)?.{0,8}(?:区别|不同|不一样|差别|一样的?(?:行不行|行吗|可以吗|吗)).{0,10}$|^(?:so |and )?(?:how is|what(?:'s| is)) (?:this|that|it|the difference)(?: different)? (?:from|between|to) (?:the )?(?:progress|problems|results|next steps)(?: and .{4,14})?[?]?$");

    private static Regex WillDo => field ??= new("^(?:(?:太|好|真)?(?:麻烦|复杂|折腾)(?:了)?|算了|行吧?|好吧?|那|我|就|还是|[,. ])*(?:路上|车上|自己|出差(?:时|路上)?|到(?:了)?(?:那边|地方|酒店))(?:我|再|来|自己|抽空)*(?:报|弄|填|交|写)(?:吧|了|就行)?$|^(?:too (?:much )?(?:complicated|trouble|bother)[,. ]*)?(?:ok,? |then |so |well,? )*(?:i'll|i will) (?:just )?(?:do|report|file|write|send) (?:it|that|this)? ?(?:myself |on the (?:road|way|train|move|go) ?|while (?:travelling|traveling|away) ?)+[.!]*$");
}
