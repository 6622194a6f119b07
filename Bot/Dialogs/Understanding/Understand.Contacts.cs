using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>More of what only a contact says, and its structure gives away.</summary>
public static partial class Understand
{
    /// <returns>Null for all others.</returns>
    private static Understood? ByContact(Understood said)
    {
        if (said.Plain.Length > LongestAside)
            return null;
        if (OfOwnAffairs(said) is { } own)
            return own;
        // 论坛那条大会都推迟了，没东西可写: nothing to report, and why.
        if (said is { EndsAsQuestion: false, Tasks.Count: <= 1 } && NothingToWrite.IsMatch(said.Plain) && !said.Raw.Any(char.IsAsciiDigit))
            return said with { Intent = Intent.Nil, Confidence = 0.95, IsByExample = false, LikeReport = 0, Reason = null };
        // make it 621 not 612: one figure in the place of another, whatever the rest is like.
        if (said is { IsByExample: true, Intent: not (Intent.EditReport or Intent.None) } && OneForAnother.IsMatch(said.Plain))
            return said with { Intent = Intent.None, Confidence = 0, IsByExample = false };
        // We funded 9 standards this quarter: a figure tells of something done, however like a nil report the rest is.
        if (said is { Intent: Intent.Nil, IsByExample: true, EndsAsQuestion: false } && Figure.IsMatch(said.Plain) && !Negation.IsMatch(said.Plain))
            return said with { Intent = Intent.None, Confidence = 0, IsByExample = false, LikeReport = Math.Max(said.LikeReport, 0.6), Others = [.. said.Others.Where(other => other.Intent != Intent.Nil)] };
        // 这个咋填啊，第一次弄: how it is done, by whoever has not done it before.
        if (AsksHowToFill(said.Plain))
            return As(said, Intent.Help);
        // 谁负责这个事, 你们电话多少: of the office that runs it all.
        if (said is { Intent: Intent.WhoIsContact, Unit: null or { IsUnknown: true } } && Answers.Answerer.IsAboutOffice(said.Plain))
            return said with { Intent = Intent.WhoRuns };
        // 签约项目那条去年底已经移交给商务局了，怎么还让我们报: no handover of one's own, an objection.
        if (GivenAway.IsMatch(said.Plain))
            return said with { Intent = Intent.NotOurs, Confidence = 0.95, IsByExample = false, EndsAsQuestion = false, LikeReport = 0 };
        // oops, it was 430, not 340: a figure is put right, and nothing taken back.
        if (said.Intent is Intent.Withdraw or Intent.Undo or Intent.HowToCorrect && FigureForFigure.IsMatch(said.Plain))
            return said with { Intent = Intent.EditReport, Confidence = 0.95, IsByExample = false, EndsAsQuestion = false };
        // 另外两项没动静: told, and not asked.
        if (OthersNothing.IsMatch(said.Plain))
            return said with { Intent = Intent.Nil, Confidence = 0.95, IsByExample = false, LikeReport = 0, EndsAsQuestion = false, IsQuestion = false };
        // 等下我接个电话: called away, and nothing is asked or told.
        if (CalledAway.IsMatch(said.Plain))
            return said with { Intent = Intent.KeepDraft, Confidence = 0.95, IsByExample = false, EndsAsQuestion = false, IsQuestion = false, LikeReport = 0 };
        // 那现在里面是哪一版 发我瞅瞅, 导出一份我们的盖章存档: one's own report as it stands.
        if (WhatStands.IsMatch(said.Plain))
            return As(said, Intent.MyReport) with { Tasks = said.Tasks };
        if (FileOnItsWay.IsMatch(said.Plain))
            return As(said, Intent.HowToReport);
        // 别的委办局都交了没: of others, whoever they are.
        if (OthersDone.IsMatch(said.Plain))
            return As(said, Intent.People);
        // 翻到你四月份催我的那些…一季度的还能补不: what is asked for comes last.
        if (said is { Intent: Intent.StillTime, Periods.Count: > 1 })
            return said with { Periods = [said.Periods[^1]] };
        // 今天之内对吧, by today right?
        if (IsItThen.IsMatch(said.Plain))
            return As(said, Intent.DueDate) with { When = null, Periods = [], Evidence = [.. said.Evidence, new("EndOfDay", said.Plain)] };
        if (WhatIfLate.IsMatch(said.Plain))
            return As(said, Intent.IfLate);
        if (MyOwnFile.IsMatch(said.Plain))
            return As(said, Intent.HowToReport);
        if (WhyWritten.IsMatch(said.Plain))
            return As(said, Intent.WhoAreYou);
        if (WhyAlsoOthers.IsMatch(said.Plain))
            return As(said, Intent.HowReminded);
        if (BeforeLeaving.IsMatch(said.Plain))
            return As(said, Intent.UntilDecided);
        if (MyLoad.IsMatch(said.Plain))
            return As(said, Intent.MyTasks);
        if (WhichReturned.IsMatch(said.Plain))
            return As(said, Intent.MyReport);
        if (BeforeChange.IsMatch(said.Plain))
            return As(said, Intent.Differences);
        if (Overlaps.IsMatch(said.Plain))
            return As(said, Intent.UntilDecided);
        return Weather.IsMatch(said.Plain) ? said with { Intent = Intent.SmallTalk, Confidence = 0.95, IsByExample = false, IsQuestion = true, LikeReport = 0, Leftover = "" } : null;
    }

    private static Regex OneForAnother => field ??= new("^(?:no,? |sorry,? |oops,? |wait,? |actually,? )*(?:please )?(?:make (?:it|that|this)|change it to|(?:it|that)(?:'s| is| was| should be)) (?<new>[0-9][0-9,.]*)[a-z% ]{0,16},? (?:and )?(?:not|instead of|rather than) (?<old>[0-9][0-9,.]*)[a-z% ]{0,16}[.!]?$");

    private static Regex Figure => field ??= new("(?<![0-9a-z#])[0-9][0-9,.]*(?![0-9]*(?:年|月|日|号|季度|项|条))");

    private static Regex Negation => field ??= new("没|无|零|未|不|(?<![a-z])(?:nil|no|not|none|nothing|zero|never|neither|without|same|unchanged)(?![a-z])|n't(?![a-z])");

    /// <summary>Every clause asks how it is filled in, or says that one is new to it; each is said.</summary>
    private static bool AsksHowToFill(string plain)
    {
        var clauses = plain.Split([',', '.', '?', '!', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return clauses.Any(clause => HowFilled.IsMatch(clause)) && clauses.Any(clause => NewToIt.IsMatch(clause)) && clauses.All(clause => HowFilled.IsMatch(clause) || NewToIt.IsMatch(clause));
    }

    private static Regex HowFilled => field ??= new("^(?:您好|你好|那|请问|这个?|这玩意儿?|这东西|这表|表格?|系统|它|我们?|我|都|还|也|完全|真|具体|到底|应该?|不(?:太)?(?:知道|会|懂|清楚|明白)|没(?:搞|弄)(?:懂|明白))*(?:怎么|咋|如何|怎样)(?:个|去|来)?(?:填|弄|报|写|搞|整|用|操作|填报)(?:法|的|啊|呀|呢|嘛|吗|好)*$|^(?:我们?|还|也|都|真|完全)*不(?:太)?会(?:填|弄|报|写|搞|用|操作)(?:啊|呀|呢|这个)*$");

    private static Regex NewToIt => field ??= new("^(?:我们?|我|也|是|还是|这|都|才|就|刚)*(?:(?:头|第)一(?:次|回)(?:弄|填|报|搞|用|写|做|接触|干|填报|碰)?(?:这个?|它|报告)?|新(?:手|来的|人|接手的?)|刚(?:接手|来|到岗|上手)|没(?:弄|填|报|搞|用|写|做|干)过)(?:啊|呀|呢|的|哈|了)*$|^(?:您好|你好|在吗|求助|帮(?:帮)?(?:我|忙)|急)$");

    private static Understood As(Understood said, Intent intent) => said with { Intent = intent, Confidence = 0.97, IsByExample = false, IsQuestion = true, EndsAsQuestion = true, LikeReport = 0, Units = [] };

    private const int LongestAside = 90;

    /// <summary>Who else got a reminder, and why the boss did.</summary>
    internal static bool AsksWhoElse(string plain) => WhyAlsoOthers.IsMatch(plain);

    /// <summary>Whether a task is another unit's as well.</summary>
    internal static bool AsksWhetherDouble(string plain) => Overlaps.IsMatch(plain);

    /// <summary>Who has to report before a new contact takes over.</summary>
    internal static bool AsksBeforeLeaving(string plain) => BeforeLeaving.IsMatch(plain);

    /// <summary>Whether a file of one's own will do.</summary>
    internal static bool AsksForOwnFile(string plain) => MyOwnFile.IsMatch(plain);

    /// <summary>科创板那条能不能拖到10号，其他两条今天正常交: what is said of the others belongs to no wish for time.</summary>
    /// <returns>The words without it; null where nothing of the kind is said.</returns>
    private static string? WithoutRest(string raw) => RestAsUsual.Match(Spelling.Fold(raw)) is { Success: true } rest && raw.Remove(rest.Index, rest.Length).Trim() is { Length: > 6 } left ? left : null;

    private static Regex RestAsUsual => field ??= new("(?:[,.;]\\s*|\\s+)(?:(?:但是?|不过|而|那)?(?:其他|其余|其它|另外|剩下|余下|别的)(?:的)?(?:[几两二三四五六0-9]+)?(?:项|条|个|件)?(?:任务)?(?:我们?|都|就|会|可以|能|还|也|按|照|今天|今晚|明天|周[一二三四五]|一定|没问题|,)*(?:正常|照常|按时|按期|准时|照旧|不变|照报|不动|不受影响|如期|没问题|今天|按原来)(?:的)?(?:时间)?(?:就)?(?:报|交|填|走|来|送|给)?(?:上|完)?(?:了|吧|的)?|(?:but |and |while )?(?:the )?(?:other|others|rest|remaining)(?: (?:two|three|four|tasks?|ones?|items?|of them))*(?: (?:will|are|can|come|go|is|be|stay|coming|follow|we'll|i'll))* ?.{0,16}(?:today|on time|as planned|normally|as usual|tomorrow|unaffected|on schedule))(?=[.!]?$|[,;.])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex NothingToWrite => field ??= new("(?:没有?|无)(?:什么|啥|任何)?(?:东西|内容|料|材料|素材|事情?|进展|情况)?(?:可|好|能|值得|需要)(?:写|报|填|说|交|汇报)(?:的|了)?(?=$|[,.;!])|(?:没有?|无)(?:什么|啥)?(?:东西|内容|料)(?:写|报|填)(?=$|[,.;!])|(?<![a-z])(?:nothing|not (?:much|a thing)) (?:(?:new |really )?(?:to|worth) (?:tell|telling|report|reporting|say|saying|write|writing)(?: (?:from|about|for|on) .{2,40})?)(?=$|[,.;!])");

    private static Regex OthersDone => field ??= new("^(?:诶|哎|欸|那|对了|嗯|请问|问一?下|想问|[,])*(?:(?:别的|其他|其它)(?:的)?(?:委办局|各?委办|单位|部门|区|局|委|家(?!长))|(?:别人|别家|人家|兄弟|隔壁|同级)(?:的)?(?:委办局|各?委办|单位|部门|区|局|委|家|处室)?)(?:们|那边)?(?:都|也|全|是不是|到底|大概|一般)*(?:交|报|填|写)(?:了|过|齐|完|上|送)*(?:没有?|吗|么|几家|多少)?(?:[?]|$|[,])|^(?:hey,? |so,? |and |by the way,? |btw,? )*(?:have|has|did|are|is|do) (?:(?:all )?(?:the )?others?(?: (?:units?|offices?|bureaus?|departments?|districts?))?|anyone else|everyone else|everybody else)(?![a-z]).{0,30}$|^(?:so |and )?how many (?:others|other (?:units|offices|bureaus|departments))(?![a-z]).{0,40}$");

    private static Regex GivenAway => field ??= new("(?:划|移交|划转|转|调整|并|拨|交)(?:给|到|归)(?:了)?[\u4e00-\u9fff\u00b7]{1,10}(?:了)?[,. ]*(?:怎么|为啥|为什么|咋|凭什么|干嘛)(?:还|又|仍)|(?<![a-z])(?:went|moved|was (?:given|moved|transferred|handed)|has (?:been (?:given|moved|transferred)|gone)) (?:over )?to .{3,40}[,.;] ?(?:so )?why (?:is|are|do|does).{0,20}(?:still|ours|us|we)");

    private const string Moment = "(?:今天|今晚|今日|明天|明日|明晚|后天|(?:这|本|下)?(?:周|星期|礼拜)[一二三四五六日天末]|[0-9]{1,2}月[0-9]{1,2}[日号]|[0-9]{1,2}[日号]|月底)";

    private static Regex IsItThen => field ??= new($"^(?:那|就是|是|应该是?|最晚|最迟|截止|期限|只要|我|我们|[,])*{Moment}(?:之?内|之?前|以前|24点|晚上|夜里|下班前?|半夜)*(?:交|报|弄完|交上|报上|截止|到期)?(?:都|就|也)?(?:算|行|可以|来得及|没问题|按时|不晚)?(?:对吧|对不对|对吗|是吧|是吗|是不是|没错吧)[?]?$|^(?:那|就)?(?:是)?{Moment}(?:截止|到期|之内|24点)吧[?]?$|^(?:so |and |just )*(?:it's |it is |that's |is it )?(?:still )?(?:due )?(?:by |before |until |till |for )?(?:the end of )?(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|midnight)(?: (?:right|correct|yes|isn't it|is it|no))[?]?$|^(?:so |and |just )*(?:it's |it is )?(?:still )?(?:due )?(?:by |before |until )?(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|midnight)[, ]+(?:right|correct|yes|isn't it)[?]?$|^(?:so |and )?(?:it's |is it )?still due (?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday)[?]?$");

    private static Regex WhatIfLate => field ??= new("(?<![a-z])(?:in trouble|a (?:big )?(?:problem|deal|disaster)|too bad|so bad|terrible|punished|penali[sz]ed|fined|told off|blamed|named and shamed|what happens|what if)(?: for (?:us|me))?,? (?:if|when) (?:it|we|i|ours|the report|mine|this|that)(?:'s|'m|'re| is| are| am)?(?: only| just| not)? .{0,20}(?:late|later|monday|tuesday|wednesday|thursday|friday|weekend|next week|tomorrow|after|miss|slip|day)|^(?:am|are|will|would) (?:i|we) (?:be |get |get in |in )*(?:trouble|blamed|punished|fined).{0,50}$|(?:周|星期|礼拜)[一二三四五六日天](?:再|才)?(?:交|报|给)(?:的话|会|要|算)*(?:不会|没事|有事|挨批|挨骂|怎么样|怎样|咋样|不要紧|要紧|算不算(?:晚|迟|逾期))(?:吧|吗|么|不)?[?]?$");

    private static Regex MyOwnFile => field ??= new("^.{0,20}(?:can|could|may|shall|should|do) (?:i|we) (?:just |simply |also |not )*(?:send|forward|drop|give|mail|email|submit|share|use|hand in)(?: you| it| here| over)* (?:in )?(?:the |a |an |my |our )*(?:own )?(?:word|excel|doc|docx|document|spreadsheet|word (?:doc|file|document)|excel (?:file|sheet|table))(?![a-z]).{0,30}$|^.{0,12}(?:能不能|可不可以|可以|能|直接|是不是可以)(?:直接|就|把)*(?:发|传|交|给|用|上传)(?:你|您|给你)?(?:个|份|我们?)?(?:现成的?|自己的?|写好的?|已有的?)*(?:的)?(?:word|excel|文档|docx?)(?:文档|文件|版|给你|过来|过去|上来)*(?:吗|么|吧|不|行吗|行不行|可以吗)?[?]?$");

    private static Regex WhyWritten => field ??= new("(?<![a-z])(?:who|what) (?:is|are) (?:this|you|these)(?: (?:people|messages?|guys))?[?]?(?: and|,)? (?:why|how come) (?:am i|are we|do i|do we|did i|did we)(?: still)?(?: getting| receiving| get| got| receive)|^.{0,10}why (?:am i|are we|do i|do we) (?:even |still )?(?:getting|receiving|get|receive) (?:these|this|those|your|all these).{0,20}$|^(?:喂|你好|您好|请问|那个|[,?])*(?:你|您|这)(?:是|谁|哪位|哪里|哪个单位|什么|啥)+[,? ]*(?:怎么|为什么|为啥|干嘛|干吗|咋)(?:老|总|一直|天天)?(?:给我|找我|发给我|发).{0,12}$|^(?:怎么|为什么|为啥|干嘛|咋)(?:老|总|一直|天天)?(?:给我|找我)(?:发|们)?.{0,3}(?:这些|这个|消息|信息|提醒)(?:啊|呀|呢)?[?]?$");

    private static Regex WhyAlsoOthers => field ??= new("(?:who|anyone|somebody|did (?:my|our)).{0,24}(?:got|get|gets|receive|received|copied|in copy|cc'?d|escalated)(?![a-z]).{0,60}(?:boss|chief|director|leader|escalat|too|also)|(?<![a-z])(?:my|our) (?:boss|chief|director|leader)(?: also)? (?:got|received|was told|has)(?![a-z]).{0,30}(?:too|also|as well|why|[?])|(?:怎么|为啥|为什么|咋)(?:还|也|都)?(?:发|通知|捅|告诉|抄送|报)(?:给|到)?(?:了)?(?:我们?)?(?:局长|处长|主任|领导|分管|老板)|(?:局长|处长|主任|领导|分管|老板)(?:那边|那里)?(?:怎么|咋)?(?:也|都)(?:收到|知道|接到)了.{0,12}(?:谁|怎么|为啥|吗|[?])?|(?:还|都|另外)(?:有)?(?:谁|哪些人)(?:也)?(?:收到|知道|看到)(?:了)?(?:这条|这个|催办|升级|提醒)");

    private static Regex BeforeLeaving => field ??= new("(?:我)?(?:走|离开|离任|调走|调离|交接|换人|退休|换岗)(?:了)?(?:之|以)?前.{0,12}(?:还|也|要不要|得|用|归|由)(?:是|要|得|用|需要|我|不要|不用)*.{0,3}(?:写|报|填|交|管|弄|负责)(?:吗|么|不|吧)?|(?:今天|今晚|今日|这次|这期|本期|本季度?|这季度?|马上)(?:要|该|得|就要)*(?:交|报|填|截止)的?(?:那|这)?(?:几|两|三|一)?(?:项|份|条)?(?:是|该|由|归|让|找)*(?:谁|哪个|哪位)(?:来|去|负责)?(?:交|报|填|弄|管)?[?]?$|(?:那|这)?(?:这季度?|本季度?|这次|这期)(?:的|那份|那个|那几项)*.{0,4}(?:还|是)(?:归|由|要|得)我(?:来)?(?:写|报|填|交|弄)(?:吗|么|不)[?]?$|(?<![a-z])(?:do|should|must) i (?:still )?(?:have to |need to )?(?:report|file|write|do|submit).{0,30}(?:before i (?:go|leave|move)|until i (?:go|leave)|this (?:quarter|one) (?:myself|before))|^(?:so |and )?who (?:files|reports|submits|does|sends|has to (?:file|report|submit|do)) (?:the (?:one|report)|what's|this one|it)?(?: (?:that is|that's))?(?: due)? ?(?:today|tonight|this (?:time|quarter)|now|until then|in the meantime|meanwhile|before that)[?]?$");

    private static Regex MyLoad => field ??= new("^(?:早|你好|您好|嗨|那|请问|[,。!])*(?:我|我们|咱们?|我这儿?|我这边|我手上|我名下|我头上)(?:这|那)?(?:一)?(?:摊|堆|块|边|儿|里|手上|名下|头上)*(?:子)?(?:活儿?|事儿?|任务|差事|工作)?(?:都|到底|一共|总共|究竟)*(?:有|是|要报|要干|要做|该报)(?:些)?(?:啥|什么|哪些|哪几[个项件条]|几[个项件条])(?:活儿?|事儿?|任务|来着|呀|啊|呢)*(?:[,.]?(?:又)?忘了)?[?]?$");

    private static Regex WhichReturned => field ??= new("^(?:那|请问|[,])*(?:退|打|驳|被退|退回)(?:回|回来|回去|了|来)*的?(?:是)?(?:哪|那)(?:一|几)?(?:条|项|个|份)[,. ]*(?:为啥|为什么|因为啥|因为什么|咋回事|啥原因|什么原因|怎么了|哪里?不行)?[?]?$|^(?:so |and )?which (?:one|task|of them|report)? ?(?:was|got|came|is|were) (?:returned|sent back|rejected|back)(?: and why)?[?]?$");

    private static Regex BeforeChange => field ??= new("(?:what|how) (?:it|that|we|i|the report|ours|this) (?:said|was|read|looked(?: like)?|had) before|(?:show|see|give) .{0,20}(?:before (?:i|we|the) (?:changed?|edit|correct)|before and after)|^(?:给我|让我|能|可以|想|我)*(?:看看?|看一?下|查)?(?:一下)?(?:我)?(?:改|修改|更正)(?:之)?前(?:的)?(?:是)?(?:怎么|咋|什么|啥)?(?:样子?|写的?|内容|版本?)?(?:是)?(?:什么|啥|的)?(?:吗|呢)?[?]?$");

    private static Regex Overlaps => field ??= new("(?:是不是|会不会|好像|感觉|这不是?)(?:跟|和|与|同)[^,.]{2,12}(?:重|重复|重叠|撞|撞车|一样|冲突)(?:了|的)?(?:吧|吗|么|啊)?[?]?$|(?:跟|和|与|同)[^,.]{2,12}(?:是不是|有没有|会不会)(?:重|重复|重叠|撞|撞车|冲突)(?:了|的)?[?]?$|(?<![a-z])(?:isn't|is|doesn't|does) .{3,30}(?:the same as|overlap(?:ping)? with|a duplicate of|double).{3,40}$");

    private static Regex Weather => field ??= new("^(?:(?:lol|haha+|ok(?:ay)?|well|oh|hm+|right|yeah|thanks|phew|ugh|anyway)[,.! ]+)*(?:(?:it(?:'s| is) )?(?:raining|pouring|snowing|freezing|boiling|sunny|hot|cold|windy|foggy|rainy)(?: (?:all|the|whole|day|here|again|today|outside|so|cats|and|dogs|like|mad|out|there|this|week|morning))*|what (?:a|an) (?:day|week|morning|weather|mess|lovely day)|(?:so|too|really|very) (?:hot|cold|windy|wet|humid|muggy)(?: (?:today|here|outside|again))*|(?:nice|lovely|terrible|awful|horrible|beautiful) (?:weather|day)(?: (?:today|here|out there|isn't it))*|(?:how's|how is) the weather(?: (?:there|over there|today))*|(?:i |i'm )?(?:really )?(?:need|could use|off to get|going to get|off for) (?:a |some |another |more )?(?:coffee|lunch|tea|break|nap)|friday at last|almost weekend)[.!~ ]*$|^(?:哈哈+|唉|哎|哎呀|嗯|哦|好|行吧?|真是|对了|[,.! ])*(?:今天|这边|外面|我们这儿?|这几天|这天儿?|天津)*(?:又|一直|整天|还在|老|全天)*(?:下了?(?:一天)?(?:大|小|暴)?[雨雪]|刮(?:大|大大)?风|降温|堵车|起雾|雾霾)(?:了|呢|啊|呀|一天|一整天|好大|真大|太大了?|死了|得厉害)*[,.!~]*$|^(?:哈哈+|唉|哎|哎呀|嗯|哦|[,.!])*(?:今天)?(?:天气|天儿?)(?:真|好|太|挺|不错|可)+(?:好|热|冷|差|糟|闷)?(?:了|啊|呀|死了)*[,.!~]*$");

    private static Regex WhatStands => field ??= new("^(?:那|请问|对了|,)*(?:现在|目前|系统|里面|里头|最后|最终|[,的])*(?:是|算|用|存|留)?(?:的是)?(?:哪|第几)(?:一|个)?(?:版|稿)(?:本)?(?:了|啊|呢)?(?:[,. ]?(?:你|能)?(?:发|给|让|拿|调).{0,8})?$|^(?:which|what) version (?:of (?:mine|ours|my report|our report) )?(?:is|do you have|have you got|counts|stands|is in)(?: there| now| in| on file| the system)*[?]?$"
        + "|^(?:那|请|麻烦|能不能|能|可以|可不可以|帮我?|给我?|我想|想|要|,)*(?:导出?|打印|下载|生成|出)(?:一|个)?(?:份|下|张)?(?:我|我们|咱们?|本单位|自己)(?:这个|这份|报|交|填|单位|自己|写)*的?(?:这份|这个|报告|材料|内容|东西)?(?:的)?(?:来|去|用来|好)?(?:盖章|存档|留底|归档|打印|备案|存着|留存)*(?:不|吗|么|吧|行不|可以吗|行吗)?$");

    /// <summary>Whether a file is said to have been sent.</summary>
    internal static bool TellsOfFile(string plain) => FileOnItsWay.IsMatch(plain);

    private static Regex FileOnItsWay => field ??= new("^(?:好了|那|嗯|您好|你好|我|我们|刚|刚才|,)*(?:附件|文件|文档|表格?|材料|word|excel|报告|填好的?表)(?:已经?|都|刚|我)*(?:发|传|上传|交|填好发)(?:给)?(?:你|您|过去|上去|出去|群里)?了?(?:[,. ]?(?:请|麻烦)?(?:查收|收到没有?|收到了?吗|看看|看一?下|看到没|接收)(?:一?下)?)?(?:谢谢|哈|啊)?$|^(?:ok(?:ay)?,? |so,? )*(?:i |i've |we |we've |just )*(?:sent|attached|uploaded) (?:you )?(?:the|my|our|a) (?:file|attachment|doc|document|word file|excel|form|sheet|spreadsheet)(?: over| to you| already)?(?:[,. ]+.{0,24})?$|^(?:the )?(?:file|attachment|form)(?: is|'s)? (?:attached|sent|on its way)(?:[,. ]+.{0,24})?$");

    private static Regex OthersNothing => field ??= new("^(?:那|哦|对了|,)*(?:另外|其余|其他|其它|剩下|余下|别的)的?[一两二三四五六2-6]?[项条个](?:任务|工作)?(?:也|都|还|就|暂时|目前|本季度?|这季度?)*(?:没有?|无)(?:什么|啥|任何|新|的)*(?:动静|进展|变化|东西|内容|情况)(?:了|的)?$|^(?:and |ok,? |as for )*(?:no (?:movement|news|change|changes|progress|updates?)|nothing(?: new| to report)?|zero) (?:on|for|from|in|with) (?:the )?(?:other|others|rest|remaining)(?: (?:one|two|three|four|[2-9]))?(?: tasks?| ones?)?[.!]*$");

    private static Regex CalledAway => field ??= new("^(?:(?:下一步|进展|问题|成效|嗯|呃|那个|就是)?[., ]*)*(?:(?:等|稍等|等我|你等)(?:一?下|会儿?|一会儿?|哈)*[,. ]*)+(?:我|咱)?(?:这边|现在|先|要|得|去|这)*(?:来了?个?|有个|接个?|打个?|回个?|开个?|接)(?:一?个)?(?:电话|微信|会|人找|急事|事儿?)(?:[,. ]?(?:来了|先|找我|马上回来|回来再说|再说|哈|啊))*$|^(?:hang on|hold on|one sec(?:ond)?|just a (?:sec(?:ond)?|minute|moment)|wait|brb|sorry)[,. ]+(?:i |i've |i have |i need |let me |got |gotta )*(?:to )?(?:got |get |take |have |answer |make )?(?:a |this |the |another )?(?:phone|call|meeting|someone at the door)(?: call)?(?:[,. ].{0,20})?$");

    private static Regex FigureForFigure => field ??= new(@"[0-9]%?(?: [a-z]+){0,3},? (?:and )?(?:not|instead of) [0-9]|(?<![a-z])not [0-9][0-9.,]*%?(?: [a-z]+){0,3},? (?:but|it(?:'s| is| was)) [0-9]|不是[0-9][^,.]{0,6},?(?:而|应该?)*是[0-9]|是[0-9][^,.]{0,6},?(?:而)?不是[0-9]");
}
