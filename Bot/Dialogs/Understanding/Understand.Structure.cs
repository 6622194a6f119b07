using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What the structure of a sentence gives away, whatever its words are like: by who speaks.</summary>
public static partial class Understand
{
    /// <summary>Questions that only the office asks, and that their structure gives away: for the tasks about something, for what was promised.</summary>
    /// <returns>Null for all others.</returns>
    private static Understood? OfOffice(Understood understood)
    {
        // 给各单位排个名发群里: whatever is to be done with it, it is a ranking, and that is refused.
        if (understood.Intent == Intent.Broadcast && understood.Evidence.Any(evidence => evidence.Idea == "Ranking"))
            return understood with { Intent = Intent.Trend, Confidence = 0.99 };
        // Did 市统计局 report?: one office in full, though its name holds a word (统计) that means something else.
        if (understood is { Units.Count: 0, Intent: Intent.Rate or Intent.AllIn or Intent.WhoReported or Intent.WhoMissing or Intent.None } && OfficeInFull.Match(understood.Plain) is { Success: true } inFull)
            return understood with { Intent = Intent.UnitStatus, Confidence = 0.95, IsByExample = false, Units = [new UnitMention([], inFull.Value)], IsQuestion = true };
        // how many of those have more than one task: the list again, which says how many each has.
        if (understood.Intent != Intent.FindTasks && understood.Units.Count == 0 && HowManyEach.IsMatch(understood.Plain))
            return understood with { Intent = Intent.WhoMissing, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true, Tasks = [], Days = null, Refers = Reference.None, ListOf = Intent.None };
        if ((OfOfficeOrders(understood) ?? OfOfficeSpoken(understood) ?? OfOfficeLists(understood)) is { } list)
            return list;
        if (Promises.Asks(understood.Plain))
            return understood with { Intent = Intent.Promises, Confidence = 0.95, IsByExample = false };
        // 对比一下商务局两个季度: of both, and no versions of one report.
        if (understood is { Units: [{ One: not null }], Intent: Intent.Differences or Intent.None or Intent.Trend } && TwoQuarters.IsMatch(understood.Plain))
            return understood with { Intent = Intent.UnitStatus, Confidence = 0.95, IsByExample = false };
        // 农委为什么要延，要到哪天 asks what was asked for; it gives nothing.
        if (understood is { Units.Count: > 0, Intent: Intent.Extend or Intent.NotOurs or Intent.Grant } && WhyAsked.IsMatch(understood.Plain))
            return understood with { Intent = Intent.Requests, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true };
        // can they still touch what they filed?, of whichever unit.
        if (understood is { Intent: Intent.UnitStatus or Intent.ReadReport or Intent.Differences or Intent.AllIn or Intent.WhoReported or Intent.None or Intent.EditReport } && WhetherChanged.IsMatch(understood.Plain))
            return understood with { Intent = Intent.HowToCorrect, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true };
        // 他们看到退回通知了吗: whether it arrived; nothing is returned.
        if (understood is { EndsAsQuestion: true, Intent: Intent.Return or Intent.Accept or Intent.Extend or Intent.Broadcast or Intent.Urge or Intent.Waive } && WhetherSeen.IsMatch(understood.Plain))
            return understood with { Intent = Intent.Delivered, Confidence = 0.95, IsByExample = false, IsQuestion = true };
        // has he been reached already or does he need an invite?: asks whether, and invites nobody.
        if (understood is { Intent: Intent.Invite } && WhetherBound.IsMatch(understood.Plain))
            return understood with { Intent = Intent.WhoIsContact, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true };
        // 金融局那个延期申请我看看: the request is to be shown; nothing is given.
        if (understood is { Intent: Intent.Extend or Intent.NotOurs or Intent.None or Intent.ReadReport or Intent.UnitStatus, When: null, Days: null } && ShowsRequest.IsMatch(understood.Plain))
            return understood with { Intent = Intent.Requests, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true };
        return TaskSearch.WordsIn(understood.Plain) is { } words
            ? understood with { Intent = Intent.FindTasks, TaskSubject = words, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true } : null;
    }

    /// <summary>What only a contact asks, and its structure gives away: whether there is more time already, whose a task is.</summary>
    /// <returns>Null for all others.</returns>
    private static Understood? OfContact(Understood understood)
    {
        if (ByContact(understood) is { } byContact)
            return byContact;
        // 我们是不是延期了 asks whether it was done; it asks for nothing.
        if (understood.Intent is Intent.Extend or Intent.MyStatus or Intent.None or Intent.StillTime && understood.When is null && understood.Days is null && WhetherExtended.IsMatch(understood.Plain))
            return understood with { Intent = Intent.DueDate, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true };
        // 收到，我们去两个人: an answer to a notice, and nothing of a report.
        if (understood.Intent is not (Intent.NotNow or Intent.Handover or Intent.Extend or Intent.NotOurs or Intent.Snooze) && Received.IsMatch(understood.Plain))
            return understood with { Intent = Intent.Thanks, Confidence = 0.95, IsByExample = false, LikeReport = 0, EndsAsQuestion = false, Leftover = "" };
        // 电话改成139…: the own number, and no figure of a report.
        if (OwnNumber.IsMatch(understood.Plain))
            return understood with { Intent = Intent.OwnDetails, Confidence = 0.95, IsByExample = false, LikeReport = 0, EndsAsQuestion = false };
        // 第二项的异议有结果了吗: what became of a request.
        if (understood.Intent is Intent.MyStatus or Intent.UnitStatus or Intent.NotOurs or Intent.Extend or Intent.None or Intent.MyReport or Intent.ReadReport && WhatBecameOfRequest.IsMatch(understood.Plain))
            return understood with { Intent = Intent.Requests, Confidence = 0.95, IsByExample = false, IsQuestion = true, EndsAsQuestion = true, Tasks = [], LikeReport = 0 };
        // 第一件不是归发改委吗: whose it is said to be makes it an objection, though another unit is named.
        return understood is { Intent: Intent.NotOurs or Intent.UnitStatus or Intent.ReadReport or Intent.None, Tasks.Count: > 0 } && WhoseTask.IsMatch(understood.Plain)
            ? understood with { Intent = Intent.NotOurs, Confidence = Math.Max(understood.Confidence, 0.93), IsByExample = false, EndsAsQuestion = false, LikeReport = 0 } : null;
    }

    private static Regex OwnNumber => field ??= new("^(?:您好|你好|那|麻烦|请|帮我?|把|将|我们?|咱们?|单位|联络员|联系人|的|,)*(?:联系)?(?:电话|手机号?码?|号码|手机)(?:号码?)?(?:要|需要|也)?(?:改|换|变|更新|更正|更改)(?:一下)?(?:成|为|到|了)?[:, ]*(?:新号码?)?(?:是)?[:, ]*1[0-9]{10}[^0-9]{0,4}$|^(?:please )?(?:change|update|make) (?:my|our|the)(?: contact)? (?:phone|mobile|cell|telephone|number)(?: number)? (?:to|is)?:? ?1[0-9]{10}[^0-9]{0,8}$|^(?:the |my |our )?(?:new |phone |mobile )+(?:number )?(?:is|should be)(?: now)? 1[0-9]{10}[^0-9]{0,8}$");

    private static Regex WhatBecameOfRequest => field ??= new("(?:异议|申请|请求)(?:有|的)?(?:了|着)?(?:结果|回复|答复|消息|下文|回音|说法|批|处理|同意|通过)|(?:异议|申请|请求)(?:怎么样|咋样|如何|批)(?:了)?|(?<![a-z])(?:what (?:happened to|became of|about)|any (?:news|word|answer|decision|reply) (?:on|about|to)|(?:has|have|was|is) (?:our|my|the)) ?(?:our |my |the )?(?:objection|request|application|extension request)(?![a-z])");

    /// <summary>申请延到4月10日，开工数据要等统计局核: what begins with asking for more time asks for it, whatever the reason tells.</summary>
    private static Understood SurelyAskedFor(Understood understood) =>
        (understood is { Intent: Intent.Extend, EndsAsQuestion: false } || MayHave.IsMatch(understood.Plain)) && (understood.When is not null || understood.Days is not null) && (AsksForTime.IsMatch(understood.Plain) || MayHave.IsMatch(understood.Plain))
            ? understood with { Intent = Intent.Extend, LikeReport = 0, IsByExample = false, EndsAsQuestion = false, Confidence = Math.Max(understood.Confidence, 0.93) } : understood;

    /// <summary>can task 3 have until 10 April, ….</summary>
    private static Regex MayHave => field ??= new("^(?:hi,? |hello,? |please,? |so,? )*(?:can|could|may|might|would it be possible for) (?:we|i|us|task [0-9a-z]+|the [a-z]+ task|it|that|this)(?: please| perhaps)? (?:to )?(?:have|get|be given|take)(?: (?:it|this|that|time))? (?:until|till|up to) |(?:能不能|可不可以|能否|可否|是否可以|可以|能)(?:请|麻烦|再|给|让|把)*(?:我们?|咱们?|我[委局办])?(?:给|宽限?|延期?|缓|推|放|后推)(?:我们?|咱们?)?(?:到|至)[^,.?]{1,10}(?:吗|么|不|行吗|再(?:报|交))?[?]?$");

    private static Regex AsksForTime => field ??= new("^(?:您好|你好|麻烦|请|那|[,.])*(?:我们?|咱们?|我[委局办]|本?单位)*(?:想|要|特|拟|请求|希望|能否|麻烦|申请|恳请)+(?:再)?(?:申请)?(?:把)?(?:时间|期限|截止)?(?:延期?|宽限?|缓|推迟|顺延|展期)");

    private static Regex Received => field ??= new("^(?:好的?|嗯|行)?[,.]?(?:收到|知道了|明白了?|了解)[,.! ]+(?:我们?|咱们?|这边|届时|到时候?|一定|准时|按时|会|就|都|也|派|由)*(?:去|来|派|参加|出席|参会|到场?|照办|落实|安排|通知到|转达|转告)(?:[\u4e00-\u9fff]{0,8})$|^(?:ok|okay|thanks|noted|got it|received)[,.! ]+(?:we|i|two of us|both of us|someone|somebody)(?:'ll| will)? (?:be there|come|attend|send (?:someone|somebody|two people))[.!]*$");

    private static Regex WhetherExtended => field ??= new("(?:是不是|是否)(?:已经?|都|可以|能)*(?:延|延期|宽限|改期|推迟)(?:到.{1,8})?(?:了|过)?(?:[?]|吗|么)?$|(?:延期?|宽限|放宽|改期|推迟|延后)(?:了|过|下来)+(?:没有?|吗|么)[?]?$|(?:延期?|宽限|放宽|改期|推迟|延后)(?:了|过)[?,].{0,4}(?:最晚|最迟|几号|哪天|什么时候|截止).{0,8}$|^(?:and |so )?(?:has|have|did|was|is|are|were) (?:our|my|the|we|us|it)(?: [a-z]+){0,3} (?:been )?(?:extended|moved|postponed|pushed back|given more time|approved)(?: (?:already|yet|then))?[?]?$");

    private static Regex WhoseTask => field ??= new("(?:不是|应该|本来|原来|难道不)(?:就|都|该|是)*(?:归|由|属于|该|给)[^,.]{1,10}(?:的?(?:事|活|任务|管|负责|牵头|报|做))?(?:吗|么|嘛|吧|的)?[?]?$|(?<![a-z])(?:isn't|is not|shouldn't|should) (?:it |that |this |task [0-9]+ |the [a-z]+ (?:one|task) )?(?:be )?(?:for|with|under|belong(?:ing)? to|the job of|a matter for)(?![a-z])");

    private static Regex OfficeInFull => field ??= new("(?<![\u4e00-\u9fff])[市区县省][\u4e00-\u9fff]{2,7}(?:局|委|厅)(?![\u4e00-\u9fff])");

    private static Regex HowManyEach => field ??= new("(?:哪些|哪几|几|谁|多少).{0,6}(?:不止|超过|多于|至少|差得?最多|只(?:差|剩|欠)?).{0,2}(?:[一二两三四五0-9]+)项|(?:欠|差|缺|剩|没报|没交|未报)(?:了|着|下)?(?:[一二两三四五0-9]+)(?:项|条|个|件)(?:任务)?(?:及?以上|及以下|以下|的有)|^(?:and |so )?(?:how many|which|who)(?: of (?:those|them|these|the units))?(?: units?)? (?:have|has|with|owes?|are missing) (?:more than|at least|over|only|just) (?:one|two|three|four|[0-9]+)(?: (?:tasks?|items?|open|missing|left))*[?]?$");

    private static Regex ShowsRequest => field ??= new("(?:申请|请求)(?:单|的事)?(?:[,]?(?:给)?我|让我|给我|拿来|我来|调出来|发来|帮我)*(?:先)?(?:看看?|看一?下|瞧瞧?|瞅瞅?|过目|瞄一眼)(?:吧|呗)?$|^(?:给我|让我|我|帮我|拿|调)*(?:看看?|看一?下|瞧瞧?|瞅瞅?)[^,.]{0,14}(?:延期|异议|交接)?(?:申请|请求)$|^(?:let me |can i |i'd like to |please )?(?:see|show(?: me)?|look at|have a look at|pull up) .{0,30}(?:request|application)$|有谁(?:说|觉得|反映|提出)[^,.]{0,8}(?:任务|不(?:是|归|该)).{0,12}(?:吗|么)?[?]?$|谁(?:说|反映|提出?)(?:过|了)?[^,.]{0,8}(?:不归|不是|不该归?)(?:自己|他们|它们?).{0,8}$");

    private static Regex TwoQuarters => field ??= new("两个?季度|前后两(?:期|季)|(?<![a-z])(?:both|two) quarters(?![a-z])");

    private static Regex WhetherChanged => field ??= new("(?:还|自己|他们|单位)(?:还)?(?:能|可以|能不能|可不可以)(?:自己)?(?:再)?(?:改|动|修改|更正)(?:动)?(?:已|自己|他们|报|交|吗|么|不|$)|(?<![a-z])(?:can|could|may|are) (?:they|it|·+|units?|anyone|[a-z]+) (?:still )?(?:able to )?(?:touch|change|edit|alter|correct|amend|modify) (?:what|their|it|theirs|anything|the report)");

    private static Regex WhetherSeen => field ??= new("(?:看到|收到|读到|看见|知道|得到)(?:了)?[^,.]{0,10}(?:了)?(?:吗|么|吧|没有?)[?]?$|^(?:so |and )?(?:did|have|has) (?:they|he|she|it|·+)(?: all)? (?:see|seen|get|got|received?|read|hear)(?![a-z])");

    private static Regex WhetherBound => field ??= new("(?:绑定|联系上|登录|上线|打开|用上|邀请)(?:过|好)?了?(?:没有?|吗|么)[?]?$|(?:要不要|用不用|需不需要|还要|是不是(?:要|得|还要))(?:先)?(?:再)?邀请|(?<![a-z])(?:has|have|is|are|was|does|do) (?:he|she|they|it|·+) .{0,40}(?:reached|connected|bound|signed in|in already|on board|need|invit)");

    private static Regex WhyAsked => field ??= new("为(?:什么|啥|何)(?:要|想|申请)|(?:啥|什么|何)(?:理由|原因)|(?:理由|原因)(?:是|写的?|说的?)*(?:什么|啥|哪)|(?<![a-z])why (?:do|did|does|are|is|have|has) (?:they|it|·+)|(?:what|which) reason");
}
