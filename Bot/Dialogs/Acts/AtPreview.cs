using System.Text.RegularExpressions;
using PlanBot.Dialogs.Understanding;

namespace PlanBot.Dialogs.Acts;

/// <summary>What is said at a preview beside a plain yes or no. Pure.</summary>
internal static class AtPreview
{
    /// <summary>嗯停吧, 就这么办, go: a yes in other words, or by the name of what would be done. Whatever names a unit, a task or a day says more than yes.</summary>
    /// <param name="act">Name of the act that is shown.</param>
    public static bool Agrees(Understood said, string act)
    {
        if (said.EndsAsQuestion || said.Units.Count > 0 || said.Tasks.Count > 0 || said.When is not null || said.Days is not null)
            return false;
        return InGeneral.IsMatch(said.Plain) || (Doing.TryGetValue(act, out var its) && its.IsMatch(said.Plain));
    }

    /// <summary>yep all three, 对，三项都是: a yes that says once more what is shown.</summary>
    /// <param name="tasks">How many tasks the wish names; 0 where it names none, and all are meant.</param>
    public static bool AgreesToAll(Understood said, int tasks) => !said.EndsAsQuestion && said.Units.Count == 0 && said.When is null && said.Days is null && ToAll.Match(said.Plain) is { Success: true } all
        && (tasks == 0 ? !all.Groups["two"].Success : !all.Groups["n"].Success || Numbers.Parse(all.Groups["n"].Value) == tasks || (all.Groups["two"].Success && tasks == 2));

    private static Regex ToAll => field ??= new("^(?:(?:yes|yep|yeah|yup|ok(?:ay)?|right|correct|sure|please|for)[,.! ]+)+(?:(?:for )?(?:all(?: (?:of )?(?:them|it|these|the tasks|tasks|(?:the )?(?<n>two|three|four|five|six|[2-9])(?: of them| tasks)?))?|(?<two>both(?: of them)?)|(?:the )?(?<n>two|three|four|five|six|[2-9]) of them))(?: please)?[.!]*$|^(?:(?:对的?|是的?|嗯+|好的?|行|可以|没错|就是|ok)[,. ]*)+(?:这|那)?(?:(?<n>[两二三四五六2-9])[项条个]|全部|各项|几项)?(?:任务)?(?:都|全|全部|一起)+(?:是|要|得|延|报|这样|一样|算)?(?:的|了|吧)?$");

    /// <summary>好的再见, great, bye, ok thanks: a yes, and whoever says it has gone.</summary>
    public static bool AgreesInParting(Understood said) => Parting.IsMatch(said.Plain);

    private static Regex Parting => field ??= new("^(?:(?:great|good|ok|okay|perfect|fine|lovely|cool|sure|yes|yep|yeah|alright|all right|excellent|brilliant|super|wonderful|nice|that's (?:fine|great|it|right)|sounds good|will do|done)[,.! ]+)+(?:(?:and|then|so|bye(?:[ -]?bye)?|goodbye|see you(?: later| soon| tomorrow)?|thanks?(?: a lot| so much| very much| again)?|thank you(?: so much| very much)?|cheers|ta|talk (?:soon|later)|have a (?:good|nice|great) (?:day|one|weekend|evening)|i'm off|gotta (?:go|run)|take care)[,.! ]*)+$"
        + "|^(?:(?:好(?:的|嘞|滴|哒|呀|啊|吧|了)*|行(?:吧|了|啊)*|可以(?:的|了)?|嗯+|对(?:的)?|是的?|没问题|没错|妥了?|中|得嘞|ok|就这样(?:吧)?|就这么办|收到)[,.!~]*)+(?:(?:那|我|就)*(?:再见|拜拜?|回见|回聊|谢谢(?:了|啦|你|您)*|多谢(?:了|啦)?|感谢|辛苦(?:了|您|你|啦)*|麻烦(?:了|您|你|啦)*|先?(?:去)?忙(?:去)?了|先这样(?:吧)?|先?撤了|先?下了|先?挂了|去开会了)[,.!~]*)+$");

    /// <summary>辛苦了, thanks, 早上好, and nothing else: politeness beside an open question.</summary>
    public static bool IsCourtesy(Understood said) => said is { Intent: Intent.Thanks or Intent.Greeting, EndsAsQuestion: false, When: null, Days: null, NewPerson: null, Tasks.Count: 0, Units.Count: 0, Leftover.Length: <= 2 } && said.IsSure(0.7);

    /// <summary>The words end in asking something; 还没交 tells.</summary>
    public static bool IsAsked(Understood said) => Asked.IsMatch(said.Plain);

    private static Regex Asked => field ??= new("(?:[?]|吗|么|呢|哪天|几号|什么时候|多少|没有)$");

    /// <summary>yes, staff shortage; 对，人手不够: what follows the yes.</summary>
    /// <returns>As typed; null when no more than a yes is said.</returns>
    public static string? YesAnd(string raw) => AndMore.Match(raw.Trim()) is { Success: true } more ? more.Groups["rest"].Value.Trim() : null;

    private static Regex AndMore => field ??= new(@"^(?:yes|yep|yeah|ok|okay|sure|right|confirm(?:ed)?|go ahead|do it|是的?|对的?|好的?|可以|行|确认|嗯+|同意)(?:吧|了)?\s*[,，。.;；:：]\s*(?!.{0,6}(?:理由|原因|事由|改|换|加上|补上|写)|(?:the |add |put |make |give |with )*reason|(?:but|and|then|change|make|only|just|add|put)(?![a-z]))(?<rest>\S.{2,120})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>撤了吧, 先不办, scrap it: drops what is shown.</summary>
    public static bool Drops(Understood said) => !said.EndsAsQuestion && said.Units.Count == 0 && said.Tasks.Count == 0 && said.When is null && said.Days is null && Dropping.IsMatch(said.Plain);

    /// <summary>现在发不了吗, can't it go out now: whether it can be sent at this hour.</summary>
    public static bool AsksWhetherNow(Understood said) => said.Units.Count == 0 && WhetherNow.IsMatch(said.Plain);

    private static Regex WhetherNow => field ??= new("(?:现在|马上|立刻|这会儿|今晚|今天|眼下)(?:就)?(?:还)?(?:能|可以|可)?(?:不能|不可以)?发(?:不了|不出去?|得了|得出去|不成)?(?:吗|么|嘛|出去吗)|(?:现在|马上|立刻|今晚)(?:就)?(?:能不能|可不可以|能否)发|(?<![a-z])(?:can(?:'t|not)?|could(?:n't)?) (?:it|this|you|they|we|that|them) (?:not )?(?:be sent|go(?: out)?|send (?:it|them|this))(?: out)?(?: right)? (?:now|tonight|today)|why not (?:right )?now");

    /// <summary>现在就发, 马上催, send it now: a yes that does not wait for working hours.</summary>
    public static bool WantsNow(Understood said) => !said.EndsAsQuestion && said.Units.Count == 0 && AtOnce.IsMatch(said.Plain);

    private static Regex AtOnce => field ??= new("^(?:嗯|好的?|行|确认|对|不等了?|别等了?|不用等了?|那|就|还是|请|麻烦|[,，])*(?:现在|马上|立刻|立即|这会儿|直接)(?:就|先)*(?:发|催|送|通知)(?:出去|一下|了|吧|给他们)*$|^(?:ok(?:ay)?|yes|please|confirm|no|just|then|and|so|[,. ])*(?:send|urge|do|nudge) (?:it|them|this)?(?: out)? ?(?:right )?(?:now|at once|immediately|anyway)(?: please)?$");

    /// <summary>到时候怎么提醒我, do I have to remember it: who keeps in mind what is to be followed.</summary>
    public static bool AsksWhoRemembers(Understood said) => WhoRemembers.IsMatch(said.Plain);

    private static Regex WhoRemembers => field ??= new("(?:怎么|咋|会不会|能不能|会|还)(?:再)?(?:提醒|告诉|通知)我|(?:自己|我)(?:得|要)?(?:记|记着|盯着|惦记)|(?<![a-z])(?:(?:remind|tell) me|remember|keep track)(?![a-z])");

    /// <summary>啥情况, 报了没, how far is it: asks how something stands.</summary>
    public static bool AsksHowFar(Understood said) => HowFar.IsMatch(said.Plain);

    private static Regex HowFar => field ??= new("(?:啥|什么|怎么个?|何种)(?:情况|状态|进展|进度)|(?:怎么|咋|怎)样了?[?]?$|(?:报|交|写|填)(?:了|过)?(?:没有?|吗|么)[?]?$|到哪(?:一步|儿|了)|^(?:and |so )?(?:what(?:'s| is| about)|how(?:'s| is| about| far)|has|is|where) ");

    /// <summary>发给谁, who gets it, 再念一遍: asks about what is shown, and changes nothing.</summary>
    public static bool Asks(Understood said) => said.Units.Count == 0 && said.Periods.Count == 0 && said.Plain.Length <= 48 && AboutWhatIsShown.IsMatch(said.Plain) && !SoFar.IsMatch(said.Plain);

    /// <summary>今天一共发了多少条: of what has gone out, and not of what is shown.</summary>
    private static Regex SoFar => field ??= new("(?:今天|昨天|今早|上午|一共|总共|到目前|目前为止|到现在|截至)[^,.]{0,10}(?:发|催|推)(?:出去?|送)?(?:了|过)|(?<![a-z])how many .{0,24}(?:were|was|have been|has been|did (?:we|you)|so far|today)(?![a-z])");

    /// <summary>发的内容是啥, what does it say.</summary>
    public static bool AsksForWords(Understood said) => Asks(said) && Words.IsMatch(said.Plain);

    /// <summary>教委到底催了没: asks whether what is shown was done already.</summary>
    /// <param name="units">Of what is shown; empty for all.</param>
    /// <param name="act">Name of the act that is shown.</param>
    public static bool AsksWhetherDone(Understood said, IReadOnlyList<Guid> units, string act) =>
        said.Units.All(unit => unit.One is { } one && (units.Count == 0 || units.Contains(one.Id))) && WhetherDone.TryGetValue(act, out var its) && its.IsMatch(said.Plain);

    /// <summary>ok but only commerce, 可以，不过改到周五: a yes that is none.</summary>
    /// <returns>What is wanted instead, as typed; null when there is no such turn.</returns>
    public static string? Reservation(Understood said) => But.Match(said.Raw) is { Success: true } but ? but.Groups["rest"].Value : null;

    /// <summary>手滑了，10号太晚，8号; make it the 8th: another day in the place of one that was given.</summary>
    public static bool PutsDayRight(Understood said) => said is { EndsAsQuestion: false, Tasks.Count: 0, Text: null, Plain.Length: <= 50 } && (said.When is not null || said.Days is not null) && AnotherDay.IsMatch(said.Plain) && !NoDay.IsMatch(said.Plain);

    private static Regex AnotherDay => field ??= new("手滑|手误|口误|(?:说|打|点|搞|弄|记|写|给|看)错|错了|不对|太(?:晚|早|久|迟|长|短|紧|宽|松)|改(?:到|成|为|回)|换(?:成|到)|应该?是|(?<![a-z])(?:oops|slip|my mistake|too (?:late|early|long|soon|short|generous|tight)|make (?:it|that)|should (?:be|have been)|i mean(?:t)?|change (?:it|that) to|rather|instead|wrong)(?![a-z])");

    private static Regex NoDay => field ??= new("提醒|催|开会|会议|发(?:通知|布)|(?<![a-z])(?:remind|meeting|send|notice)(?![a-z])");

    /// <summary>呃先别收，我跟他们核个数, right after it was accepted: that is not to be. Of which unit it is said, the caller looks.</summary>
    /// <param name="act">Name of the act that was done last.</param>
    public static bool TakesBack(Understood said, string act) => !said.EndsAsQuestion && NotYet.TryGetValue(act, out var its) && its.IsMatch(said.Plain);

    private static readonly Dictionary<string, Regex> NotYet = new()
    {
        ["accept-report"] = NotYetTo("收|过|通过|批", "accept|approve|pass"), ["return-report"] = NotYetTo("退|退回|打回", "return|send (?:it|them|that) back"), ["extend-due"] = NotYetTo("延|延期|给|宽限", "extend|give"),
        ["waive-report"] = NotYetTo("免|免报", "waive"), ["urge"] = NotYetTo("催|发", "urge|chase|nudge|remind|send"), ["pause-reminders"] = NotYetTo("停|暂停", "pause|stop"),
    };

    private static Regex NotYetTo(string chinese, string english) => new($"^(?:呃|额|哎呀?|哦|噢|嗯|等等|等一?下|慢着?|不对|算了|那个?|还是|我想了想|[, .])*(?:先|还是|暂时|暂且)*(?:别|不|甭|不要)(?:急着|忙着)?(?:{chinese})(?:了|吧|他们|回去?)*(?:[,.].{{0,40}})?$|^(?:(?:wait|hold on|hang on|actually|no|oh|oops|sorry|hm+|on second thoughts?)[,. ]+)*(?:let's |please )?(?:don't|do not|not) (?:{english})(?: (?:it|them|that|this))?(?: (?:yet|just yet|now|after all|back))*(?:[,.;].{{0,60}})?$", RegexOptions.CultureInvariant);

    /// <summary>展会都取消了, the fair was cancelled: something was, not this.</summary>
    public static bool TellsOfCancelled(Understood said) => Cancelled.IsMatch(said.Plain);

    private static Regex Cancelled => field ??= new("^(?!.*(?:我|帮|请|算了|申请|操作|刚才|这(?:个|次|条)?取消)).*[\u4e00-\u9fff]{2,}(?:都|被|也|已经?|全|临时|给)*取消了?[.!]?$|(?:was|were|is|are|been|got|being) cancell?ed");

    /// <summary>理由是人手不够, because they are short of people: a reason and nothing else.</summary>
    /// <returns>As typed; null when it is none.</returns>
    public static string? ReasonAfterwards(Understood said) => !said.EndsAsQuestion && Because.Match(said.Raw.Trim()) is { Success: true } reason ? reason.Groups["reason"].Value.Trim(' ', '。', '.') : null;

    private static readonly Dictionary<string, Regex> WhetherDone = new()
    {
        ["urge"] = Whether("催|发", "urged|chased|nudged|reminded|sent|gone out"), ["broadcast"] = Whether("发|通知", "sent|gone out"), ["extend-due"] = Whether("延|延期", "extended"),
        ["return-report"] = Whether("退|退回", "returned|sent back"), ["accept-report"] = Whether("通过|收", "accepted|approved"), ["waive-report"] = Whether("免|免报", "waived"),
        ["change-contact"] = Whether("换|改", "changed|replaced"), ["invite"] = Whether("邀请|发", "invited|sent"), ["pause-reminders"] = Whether("停|暂停", "paused|stopped"),
        ["resume-reminders"] = Whether("恢复", "resumed"),
    };

    private static Regex Whether(string chinese, string english) =>
        new($"(?:{chinese})(?:了|过|出去|回去|掉|好|成)*(?:没有?|吗|么)[?]?$|^(?:did|have|has|was|were|is|are) .{{0,40}}(?:{english})(?: (?:it|them|yet|already|now|·+))*[?]?$|^did (?:you|it|that|we) (?:urge|chase|nudge|remind|send|go out|do|extend|return|accept|waive|change|invite|pause).{{0,30}}$", RegexOptions.CultureInvariant);

    private const string Yes = "(?:(?:嗯+|好的?|好吧|行|对|成|中|妥|可以|是的?|没问题|没错|那|就|都|先|全部?|ok|okay|yes|yep|yeah|sure|al(?:l )?right|right|fine|good|great|perfect|lovely|excellent|nice|please|then|so|now)[,.! ]*)*";

    private const string End = "(?:了|掉|下)?(?:吧|呗|啊|呀|哈|好了|得了)?[!~]*$";

    private static readonly Dictionary<string, Regex> Doing = new()
    {
        ["pause-reminders"] = Of("(?:暂停|停|pause|hold)(?:一停|一下)?", "(?:pause|hold|suspend)(?: it| them| all| everything)?"),
        ["order-step/Hold"] = Of("(?:先)?(?:停|压|压住|压下|按住|扣住|扣下|卡住|别发|不发|不要发|暂停|暂缓|缓)(?:一停|一压|一缓|一下|着)?", "(?:hold|stop|pause|don't send|do not send|keep)(?: it| that| them| this)?(?: back)?"),
        ["close-period"] = Of("(?:关|关闭|关账|结束|收口)(?:掉|账|一下)?", "(?:close|shut)(?: it| that| the books| the period)?(?: now| then)?"),
        ["resume-reminders"] = Of("(?:恢复|继续|接着|resume)(?:提醒|发)?", "(?:resume|restart|go on)(?: it| them| all)?"),
        ["urge"] = Of("(?:催|发|发送|敲|敲打|排上|排队|排着|安排上?)(?:一下|办|出去?)?", "(?:urge|chase|nudge|remind|ping|send|queue|schedule|line)(?: it| them| those| all)?(?: up)?"),
        ["broadcast"] = Of("(?:群?发|发送|通知|排上|排队|安排上?)(?:一下|出去?)?", "(?:send|queue|schedule)(?: it| that| them)?(?: out| off| up)?"),
        ["extend-due"] = Of("(?:延|延期|宽限|给|批|批准|准|同意)(?:一下)?", "(?:extend|give|grant|approve)(?: it| them)?"),
        ["return-report"] = Of("(?:退|退回|打回)(?:去)?", "(?:return|send) (?:it|them)(?: back)?"),
        ["accept-report"] = Of("(?:通过|收|收下|过)(?:一下)?", "accept(?: it| them)?"),
        ["waive-report"] = Of("(?:免|免报|批|批准|准|同意)", "waive(?: it| them)?"),
        ["change-contact"] = Of("(?:换|更换|改|登记)(?:一下|人|过来)?", "(?:change|replace)(?: it| them)?"),
        ["invite"] = Of("(?:邀请|发|生成)(?:一下)?", "(?:invite|send)(?: it| them| him| her)?"),
        ["grant-request"] = Of("(?:同意|批|批准|准)", "(?:grant|approve|allow)(?: it| them)?"),
        ["ask-not-ours"] = PassedOn, ["ask-extension"] = PassedOn, ["ask-handover"] = PassedOn, ["ask-details"] = PassedOn,
        ["decline-request"] = Of("(?:不同意|不批|驳回|拒绝)", "(?:decline|refuse|reject)(?: it| them)?"),
    };

    /// <summary>嗯，麻烦反映一下; tell them.</summary>
    private static Regex PassedOn => Of(
        "(?:麻烦|请|劳烦|辛苦|帮我?|帮忙|您|你|就|那|替我们?)*(?:(?:跟|和|向|给|同|找)(?:牵头(?:部门|单位|方|的|那边)?|管理员|他们|对方|领导|上面|办公室)+(?:那边|的?同志)?)?(?:转|转告|转达|转交|反映|提交|上报|报|递|发|告诉(?:他们|一声)?|跟他们说|说(?=一|$|下)|讲(?=一|$)|沟通|协调|打个?招呼)(?:一下|一声|上去|过去|给(?:他们|牵头部门|你们))*",
        "(?:pass(?: it| this)? on|(?:yes,? |ok,? )?(?:you |please |can you |could you )*(?:tell|ask|let) (?:them|the (?:coordinator|office|coordinating office|lead))(?: know)?(?: (?:so|that|about it|for us))*|tell them|let them know|send(?: it)?|forward(?: it| this)?|submit it|ask them)(?: please)?");

    private static Regex Of(string chinese, string english) => new($"^{Yes}(?:{chinese}{End}|{english}[!.]*$)", RegexOptions.CultureInvariant);

    private static Regex InGeneral => field ??= new($"^{Yes}(?:(?:这么|这样)(?:吧|就行|就好|可以|好了|定了?)?$|(?:这么|这样|照这个|按这个|照此|按此|照|如此)(?:办|做|来|发|定|弄|执行){End}|(?:办|弄|干|搞|来|上|开始|执行|操作|办理|去办|去弄|走起|搞起|安排|去){End}|(?:do (?:it|so|that)|go(?: for it| ahead)?|make it so|by all means|absolutely|definitely|certainly|of course|perfect|great|that works(?: for me)?|works for me|sounds (?:good|right|fine)|ship it|proceed|approved|all good|good to go|correct|exactly|(?:that is|that's) (?:right|correct|it)|go with (?:it|that))[!.]*$)|^(?:嗯+|恩+|好(?:的|滴|嘞)?|行(?:嘞)?|对|可以|没问题|ok|成|中)+[, ]?(?:就)?(?:定|发|催|办|弄|搞|批|准|照办|照做|没意见|没问题|可以)(?:了|吧|的)*$|^(?:对|是|好|行|嗯|可以)(?:[, ]?(?:对|是|好|行|嗯|可以))+(?:的|了|吧)?$|^(?:aye|ya|yea|yah|yessir|sure thing|queue (?:it|them|that)|(?:ok(?:ay)?|yes|yep|sure|fine)[, ]+(?:queue|put|send|pass|push) (?:it|them|that)(?: (?:through|up|on|in|out|off))?|fine by me|that'll do|go on then|let's do it|off you go|fire away|okk+)[!.]*$|^(?:please|妥了?|成交|对头|得嘞|好嘞|中嘞|欧了|没得说|走你|就它了?|就这些了?)[!.]*$");

    private static Regex Words => field ??= new("内容|文字|原话|话术|怎么(?:写|说)的|说(?:些)?(?:什么|啥)|what (?:will|does) it say|wording|what (?:will|do) they (?:read|see|get)|the text");

    private static Regex But => field ??= new(@"^\s*(?:(?:ok(?:ay)?|yes|yeah|yep|sure|fine|good|right|looks (?:good|fine|right)|that's (?:fine|good|right))[,.!]* ?(?:,|\.)?\s*(?:but|only|except(?: that)?|though)[,]?\s+|(?:好的?|行|可以|嗯+|对|是的?|没问题|ok)[,，。.！!\s]*(?:但是?|不过|只是|就是(?=.{0,8}[改换])|除了(?=.{1,8}(?:别|不)))[,，]?\s*)(?<rest>\S.{1,160})$|^\s*(?:算了|等等|等一?下|哎呀?|唉|哦|不行?|慢着?)[，,\s]*(?:[^，,。\s]{1,8}?(?:太[晚早久迟长短紧]|不行|来不及|不合适)了?[，,\s]*)?(?<rest>(?:还是|就|那就?)?(?:改|换|延|推|给|定|挪|放)(?:到|成|为|在)?(?=.{0,4}(?:[0-9一二三四五六七八九十下本周明后月])).{1,60})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Because => field ??= new(@"^(?:(?:哦|噢|嗯|好|对了|补充一?下?|再?(?:加|补|写|记)(?:上|一?[个条句下])?)[,，：:]?)*(?:的)?(?:原因|理由|事由)(?:就|是|为|写|填|记|嘛|呢|说)*(?:是)?\s*[:：，,]?\s*(?<reason>\S.{1,300})$|^(?:是)?(?:因为|由于)\s*(?<reason>\S.{1,300})$|^(?:oh,? |and )*(?:(?:the |my )?reason(?: is| was|:| being)(?: that)?|(?:add|put|note)(?: as)?(?: the| a)? reason:?|(?:it's |that's )?because)\s+(?<reason>\S.{2,300})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Dropping => field ??= new("^(?:不|算了|那|嗯|哎|等等|等下)*[,]?(?:(?:先|还是|就|都)*(?:不|别|甭)(?:办|弄|做|搞|动|延|退|收|换|停|发|催|免|批|邀请|恢复|关|改|加|设|调|导入?)了?|撤(?:了|掉|销|回)?|作罢|打住)(?:吧|算了)?(?:[,](?:我)?(?:搞|弄|说|点|按)错了?)?$|^(?:我)?(?:搞|弄|说|点|按)错了(?:[,](?:撤(?:了|掉)?|取消|算了)吧?)?$|^(?:oh|no|actually|please|ok|,| )*(?:hang on|hold on|hold off|wait)[,.! -]+(?:they|he|she|it|i|we|somebody|someone)(?:'ve|'s|'re|'ll)? [a-z' ]{2,60}[.!]?$|^(?:no,? |ok,? )*(?:scrap|drop|bin|kill|skip|leave) (?:it|that|this)$|^(?:(?:on second thoughts?|actually|come to think of it|no|hm+|wait|ok|oh|sorry)[,. ]+)+(?:scrap|drop|bin|kill|skip|leave|forget|cancel) (?:it|that|this|them)(?:[,.;] ?.{0,50})?$|^(?:no,? )?(?:don't|do not)(?: do (?:it|that))?$|^(?:(?:hm+|um+|oh|wait|ok)[,. ]*)*(?:actually|on second thoughts?)[, ]+no(?:[,.] ?.{0,40})?$|^(?:(?:hm+|no|wait|actually|ok)[,. ]*)+(?:keep|leave) (?:it|them|things|everything) (?:going|running|on|as (?:it|they) (?:is|are|was|were))$|^(?:actually,? |no,? |wait,? |ok,? )*(?:hold (?:off|fire|it|on)|leave it(?: to me)?|not now|not yet)(?:[,.] ?.{0,40})?$|(?:^|[, ])i'll (?:ring|call|phone|chase|do|handle|speak to|talk to)(?: (?:them|it|that|him|her))? myself$|^(?:先)?(?:等等|缓缓|缓一缓|别急|算了)?[,]?我(?:自己)?(?:来|去|给|跟|先)*(?:他们|对方)*(?:打(?:个)?电话|联系|去说|催|问)(?:他们|一下|一声|问问|再说)*(?:吧|好了|就行|算了)$");

    private static Regex AboutWhatIsShown => field ??= new("(?:发|催|通知|提醒)(?:给)?(?:了)?(?:谁|哪些|哪几|几个|多少)|^(?:都|会|现在)*有(?:谁|哪些人?|哪几(?:个|家)(?:人|单位)?)(?:呢|啊|呀|收)?[?]?$|(?:几个|多少|哪些)人(?:会)?(?:收|能)|谁(?:会|能)?收(?:到|得到)|(?:内容|文字|原话|话术)(?:是|写的?|都)*(?:什么|啥)|会?(?:给他们)?(?:说|写)(?:些)?(?:什么|啥)$|(?:内容|文字|原话)(?:给我)?(?:看看|看一?下|念一?下)|what will they (?:read|see)|(?:show|see) (?:me )?the (?:text|wording)|(?:怎么|咋)(?:写|说)的|再(?:给我)?(?:看|念|说|发)(?:我)?(?:看)?(?:一?下|一?遍)|(?:^|[, ])who (?:gets|will get|is going to get|receives|does (?:it|this) go to|is (?:it|this) (?:going )?(?:to|for)|is on (?:it|the list))|(?:^|[, ])who's (?:it (?:going )?to|getting (?:it|this)|on the list)|how many (?:people|units) (?:get|will|is|are)|to whom|what (?:will|does) it say|(?:show|read) (?:me )?(?:it|that) (?:to me )?(?:again|back)");
}
