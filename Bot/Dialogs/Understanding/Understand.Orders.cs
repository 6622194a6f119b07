using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Orders and questions of the office that hold several words which by themselves would mean something else: 除了网信办，其他都过了吧; 太空了，退; can have until the 10th.</summary>
public static partial class Understand
{
    /// <returns>Null for all others.</returns>
    private static Understood? OfOfficeOrders(Understood understood)
    {
        var plain = understood.Plain;
        if (plain.Length > LongestSpoken || understood.Text is not null)
            return null;
        var isNamed = understood.Units.Count > 0 && understood.Units.All(unit => unit.One is not null);
        // 证监局那个还是不延了: what was done for it is taken back.
        if (isNamed && NotAfterAll.IsMatch(plain))
            return Ordered(understood, Intent.Undo) with { Tasks = [], When = null, Days = null, Reason = null };
        // 除了网信办，其他交上来的都过了吧: an order for all the others, and no question about that one.
        if (isNamed && RestAccepted.IsMatch(plain))
            return Ordered(understood, Intent.Accept) with { Plain = $"{plain},除外,所有单位", Tasks = [], When = null, Days = null, Reason = null };
        // send tourism's back, results too thin. they have until Thursday
        if (isNamed && !understood.EndsAsQuestion && SentBack.Match(understood.Raw) is { Success: true } back)
            return Ordered(understood, Intent.Return) with { IsWhole = true, Reason = back.Groups["why"] is { Success: true, Value: var why } && why.Trim(' ', ',', '.', ';', '-') is { Length: > 2 } said ? said : understood.Reason };
        // 科技局提的那个不行，还是他们报
        if (isNamed && Refused.IsMatch(plain))
            return Ordered(understood, Intent.Decline) with { When = null, Days = null };
        // fine with the new person at the securities bureau
        if (isNamed && !understood.EndsAsQuestion && FineWith.IsMatch(plain))
            return Ordered(understood, Intent.Grant) with { NewPerson = null, When = null, Days = null };
        // government services can have until the 6th.
        if (isNamed && (understood.When is not null || understood.Days is not null) && MayHaveUntil.IsMatch(plain) && !understood.EndsAsQuestion)
            return Ordered(understood, Intent.Extend);
        // 那就推卫健委的，推到14号.
        if (isNamed && understood.When is not null && !understood.EndsAsQuestion && understood.Intent is Intent.UnitStatus or Intent.None or Intent.ReadReport or Intent.Fragment && MovedTo.IsMatch(plain))
            return Ordered(understood, Intent.Extend);
        // 太空了，退，让他们写清楚哪几个景区: what they are to write is no question.
        if (understood.Units.Count <= 1 && GoesBack.IsMatch(plain) && understood.Intent is not (Intent.Undo or Intent.Withdraw or Intent.Cancel))
            return Ordered(understood, Intent.Return) with { Reason = understood.Intent == Intent.Return ? understood.Reason : WhyBack(understood.Raw) };
        // culture and tourism then, learnt from examples to be like a change of contact: no word speaks of one.
        if (understood is { Intent: Intent.ChangeContact, IsByExample: true, Units: [{ One: not null }] } && PersonWords.Find(understood.Raw) is null && !OfContactPerson.IsMatch(plain))
            return understood with { Intent = plain.Length <= LongestFragment ? Intent.Fragment : Intent.None, Confidence = 0.8, IsByExample = false };
        // 记混了，是网信办: the question again, of that one.
        if (understood.Units is [{ One: not null } meant] && MixedUp.IsMatch(plain.Replace(meant.Words, "·", StringComparison.Ordinal)))
            return understood with { Intent = Intent.Fragment, Confidence = 0.95, IsByExample = false, Tasks = [], NewPerson = null, IsCorrection = true };
        if (understood.Units.Count > 0)
            return null;
        // move it to 30 June for everyone.
        if (understood.When is not null && MovesDay.IsMatch(plain))
            return Ordered(understood, Intent.Extend);
        // accept everything that's in: all that has been reported.
        if (AcceptsAll.IsMatch(plain))
            return Ordered(understood, Intent.Accept) with { Plain = $"{plain},所有单位", Tasks = [], When = null, Days = null, Reason = null };
        // 二季度的什么时候收，提前几天开始提醒他们: asks when, and sends nothing.
        if (AsksWhenReminded.IsMatch(plain) && understood.Intent is Intent.Urge or Intent.None or Intent.Snooze or Intent.DueDate or Intent.PreviewReminders or Intent.Ladder)
            return Asked(understood, Intent.HowReminded) with { Tasks = [], When = null, Days = null, IsWhole = true };
        // when's the next round due
        if (NextRound.IsMatch(plain))
            return Asked(understood, Intent.DueDate) with { Tasks = [], When = null, Days = null, IsWhole = true, Periods = [new(PeriodReference.AfterToday)] };
        // anyone asked for more time?: what was asked for, and nothing is given.
        if (AskedForTime.IsMatch(plain))
            return Asked(understood, Intent.Requests) with { Tasks = [], When = null, Days = null, IsWhole = true };
        // 哪些任务还一点消息没有: of all, whichever unit was spoken of.
        if (NoWordOfTasks.IsMatch(plain))
            return Asked(understood, Intent.WhoMissing) with { Tasks = [], IsWhole = true, Refers = Reference.None };
        // which units are those, after how many there are.
        if (WhichAreThose.IsMatch(plain))
            return Asked(understood, Intent.WhoMissing) with { Tasks = [], Refers = Reference.None };
        // it's the 10th, how much is in?: of the period, and not of that day.
        if (HowMuchIsIn.IsMatch(plain))
            return Asked(understood, Intent.Rate) with { Tasks = [], When = null, Days = null, Refers = Reference.None, IsWhole = true };
        // ok, who is complete then: those, and not whether all are.
        if (WhoIsComplete.IsMatch(plain))
            return Asked(understood, Intent.WhoReported) with { Tasks = [], IsWhole = true };
        // how do we stand with the AI plan: of the whole.
        if (HowWeStand.IsMatch(plain))
            return Asked(understood, Intent.Brief) with { Tasks = [], IsWhole = true };
        if (WhichProblems.IsMatch(plain))
            return Asked(understood, Intent.Problems) with { Tasks = [], IsWhole = true };
        return AsOneFile.IsMatch(plain) ? Asked(understood, Intent.Export) with { IsWhole = true } : null;
    }

    private static Understood Ordered(Understood understood, Intent intent) => understood with { Intent = intent, Confidence = 0.97, IsByExample = false, IsWhole = true, IsQuestion = false, EndsAsQuestion = false, Leftover = "" };

    /// <summary>As typed, without the order itself and the day.</summary>
    private static string? WhyBack(string raw)
    {
        var clauses = raw.Split('，', ',', '。', ';', '；').Select(clause => clause.Trim()).Where(clause => clause.Length > 1 && !JustBack.IsMatch(clause)).ToList();
        if (clauses.Count > 1 && DateWords.Find(Spelling.Plain(clauses[^1])) is not null && ByDay.IsMatch(clauses[^1]))
            clauses.RemoveAt(clauses.Count - 1);
        return clauses.Count > 0 ? string.Join('，', clauses) : null;
    }

    private static Regex OfContactPerson => field ??= new("换|改|联络|联系|接口|对接|负责|经办|接|交|替|人|电话|手机|号|新|调|离|(?<![a-z])(?:contact|person|replace|change|new|takes?|took|over|phone|number|mobile|left|handl|deputy|someone|instead|swap)");

    private static Regex MixedUp => field ??= new("^(?:哦|噢|啊|哎呀?|不好意思|抱歉|对不起|,)*(?:我)?(?:记|搞|弄|说|打|看)(?:混|错|反|岔)了[, ]*(?:我)?(?:说的|要问的|问的|要的|应该)?(?:是)?·(?:呢|吧)?[?]?$|^(?:sorry|oops|my mistake|wrong one|i mixed them up)[,. ]+(?:i mean(?:t)? |it's |it is )?(?:the )?·[?.]?$");

    private static Regex NotAfterAll => field ??= new("(?:那个|那份|那边|的)?(?:还是|先)?(?:就)?(?:不|别|甭)(?:给)?(?:延|延期|宽限|退|收|免|免报|通过)了(?:吧|,.{0,20})?$|^(?:on second thoughts?|actually|no)[, ]+(?:don't|do not|let's not) (?:extend|return|accept|waive) [^,.]{2,40}$");

    private static Regex RestAccepted => field ??= new("^(?:那|请|把|,)*(?:除了?|除开|不算)[^,.]{2,20}?(?:以外|之外|外)?[,]?(?:其他|其余|其它|剩下|别的|另外)(?:的)?[^,.?]{0,8}?(?:都|全部?|统统|一起|一并)(?:给)?(?:过|通过|收|收下|收了|批)(?:了|掉)?(?:吧|呗)?$|^(?:except (?:for )?|apart from |other than )[^,.]{2,40},? (?:please )?(?:accept|approve|pass) (?:all|everything|the rest|the others|everyone)(?: .{0,20})?$|^(?:please )?(?:accept|approve|pass) (?:all|everything|everyone|the rest)(?: [a-z ]{0,24})? (?:except|but|apart from|other than)(?: for)? .{2,40}$");

    private static Regex MayHaveUntil => field ??= new("(?<![a-z])(?:can|may|could|should) have (?:it |this |that |theirs )?(?:until|till|up to|another|more|two|three|four|five|[0-9])(?![a-z])|(?<![a-z])(?:has|have|gets?) (?:until|till)(?![a-z])");

    private static Regex SentBack => field ??= new(@"^(?:ok,? |please |pls |can you |then |and |so )*(?:send|give|hand|kick|push|throw) (?!it |them |that |this )[a-z&' -]{2,40}?(?:'s|s')?(?: (?:report|one|entry|stuff|text))?(?: on (?:task|item) [0-9])? back(?: to them)?(?:$|[,.;:-]+\s*(?:the |their |because |as |since )?(?<why>(?!(?:they|by|until|till|due|give)(?![a-z]))[^.;]{3,80}?)?(?:[.,;]?\s*(?:they (?:have|can have|get|'ve got)|(?:and )?give them|by|until|till|due|new date)(?![a-z]).{0,40})?[.!]*$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Refused => field ??= new("(?:提|申请|反映|报上来|要|说)的?(?:那个|这个|那项|那条|那事|这事|异议|申请|延期|要求)+(?:我们?|这边|领导)*(?:不行|不同意|不批|驳回|不成立|不认|不予|没同意|不准|否了)(?=$|[,.;])");

    private static Regex FineWith => field ??= new("^(?:yes,? |ok,? |i'm |we're |that's |all )*(?:fine|ok|okay|happy|good|agreed?) with (?:the |their |that |this )?(?:new (?:person|contact|one|name|guy|colleague)|handover|hand-over|change of contact|extension|request)(?![a-z])");

    private static Regex GoesBack => field ??= new("(?:^|[,.;])(?:那就|就|先|还是|给我|这份|这个)?(?:退|打)(?:回|了|掉|回去|回来)?(?:吧)?(?=[,.;])(?=[,.;](?:让|叫|要|请)(?:他们|·|它们|对方|单位)?)");

    private static Regex JustBack => field ??= new("^(?:那就|就|先|还是|给我|这份|这个)?(?:退|打)(?:回|了|掉|回去|回来)?(?:吧)?$");

    private static Regex ByDay => field ??= new("(?:前|之前|以前|补|交|报|给我)[^，,]{0,4}$");

    private static Regex NoWordOfTasks => field ??= new("^(?:那|到底|请问|,)*(?:哪些|哪几|什么|有什么|有哪些)(?:个|项|条)?(?:任务|事项|工作|项|条)[^,.]{0,4}(?:一点|半点|任何|完全|压根)?(?:还|都|也)*(?:一点|半点)?(?:消息|动静|进展|回音|音信)?(?:都|也)?(?:没|没有|未)(?:有)?(?:消息|动静|进展|回音|人报|报|交)?(?:过|的|呢|上来)?[?]?$|^(?:so |and |but )*(?:which|what) tasks (?:have|has|are|is)(?: still)?(?: had)? (?:no|nothing|not|without)(?: (?:report|reports|word|news|anything|progress|reported|been reported|in|yet|at all))*[?]?$");

    private static Regex WhichAreThose => field ??= new("^(?:and |so )?(?:which|what) (?:units|ones|bureaus|offices)(?: (?:are|were)) (?:those|they|these|that)[?]?$|^(?:那|这|都|分别)*(?:是)?(?:哪些|哪几个|哪几家)(?:单位|家)?(?:没报|没交|没动)的?(?:呢|啊)?[?]?$");

    private static Regex HowMuchIsIn => field ??= new("^(?:[^?]{2,30}, ?)?(?:so |and |ok )*how (?:much|many)(?: (?:of it|of them|reports?|tasks?))* (?:is|are|has come|have come|came|got) in(?: (?:so far|now|by now|already|then|yet|altogether))*[?]?$|^(?:so |and )*what(?:'s| is| has come| came) in (?:so far|by now|until now)[?]?$");

    private static Regex MovedTo => field ??= new("(?:推|延|缓|宽限?|挪|放)(?:后|迟|期)?(?:到|至)(?!哪|几)");

    private static Regex AcceptsAll => field ??= new("(?:^|[,.;-] ?)(?:please |so |then |now )*(?:accept|approve|pass) (?:everything|all|whatever|the lot)(?: (?:that's|that is|that has come|that came|which is|of (?:it|them)|reports?))?(?: in| filed| reported| submitted)?(?: (?:so far|now|please))*[.!]*$|^(?:那|把|请|都看过了?|,)*(?:交|报)(?:上来|了)?的(?:报告|材料)?(?:都|全部?|统统)(?:给)?(?:过|通过|收|收下)(?:了|掉)?(?:吧)?$");

    private static Regex AsksWhenReminded => field ??= new("(?:提前|早|逾期后|过期后)(?:多少|几)(?:个)?(?:工作日|天)(?:就|才|开始|会)*(?:提醒|催|发提醒)|(?:什么时候|几号|哪天)(?:开始|起)(?:提醒|催)(?:他们|大家|各单位)?[?]?$|(?<![a-z])how (?:many days|long|far|early) (?:before|ahead|in advance)[^.]{0,30}(?:remind|reminder|nudge)");

    private static Regex NextRound => field ??= new("^(?:so |and |ok,? )*when(?:'s| is| are) the next (?:round|lot|batch|set|ones?)(?: of reports)? due(?![a-z])");

    private static Regex AskedForTime => field ??= new("^(?:so |and )*(?:has |have )?(?:any(?:one|body)|any units?|who|which units?)(?: has| have| of them)?(?: yet| already)? (?:asked|applied|been asking) for (?:more time|an extension|extensions|extra time|longer)[a-z ]{0,20}[?]?$|^(?:那|,)*(?:有)?(?:谁|哪家|哪些单位|单位|人)(?:来)?(?:申请|提出?|要求?)(?:过|了)?(?:要)?延期(?:了|过|的)?(?:吗|么|没有?)?[?]?$");

    private static Regex MovesDay => field ??= new("^(?:please |then |so |ok,? |can you |could you )*(?:move|push|shift|postpone|extend|put back) (?:it|that|this|the (?:deadline|due date|date)) (?:back |out |on )*(?:to|till|until) [^,.]{3,24} for (?:everyone|everybody|all(?: of them| units)?|the lot)[.!?]*$");

    private static Regex WhoIsComplete => field ??= new("^(?:ok,? |so |and |then |well,? )*(?:who|which (?:units|ones|bureaus)|who all)(?:'s| is| are) (?:all )?(?:complete|completed|done|finished|all in)(?: (?:then|already|now|so far|by now))*[?]?$");

    private static Regex HowWeStand => field ??= new("^(?:so |and |ok,? )*(?:how|where) (?:do|are) (?:we|things|they all) (?:stand|standing|doing|getting on|looking)(?: (?:with|on|as to|for|regarding) (?:the )?(?:ai |whole |overall )?(?:plan|programme|program|reports?|reporting|quarter|period|it all|everything))?(?: (?:overall|now|so far|today))*[?]?$");

    private static Regex WhichProblems => field ??= new("^(?:so |and |ok,? )*(?:which|what) (?:problems|issues|difficulties|obstacles)(?: (?:should|do|must|can|could) (?:i|we))?(?: [a-z]+){0,4}[?]?$");

    private static Regex AsOneFile => field ??= new("^(?:[a-z]+[,.!] )?(?:can|could|may) (?:i|we|you)(?: please)? (?:have|get|send|give)(?: me| us)? (?:it|that|this|them|everything|the lot)(?: all)? (?:as|in) (?:a|one) (?:file|document)(?: please)?[?]?$|^(?:那|把|请|能不能|能|帮我|麻烦)*(?:这些|它|全部|所有|整个|都)?(?:给我)?(?:做|弄|存|汇|整理|打包)成(?:一?[个份])?(?:文件|文档)(?:给我|发我|发过来)?(?:吧|吗|行吗|行不)?[?]?$");
}
