using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What a part of a message is by itself.</summary>
public enum WishKind
{
    /// <summary>Nothing by itself: a reason, a date, politeness.</summary>
    None = 0,
    Question = 1,

    /// <summary>Something to be done; it is shown and confirmed before.</summary>
    Act = 2,
}

/// <summary>Several wishes in one message: 谁没报？顺便导出, 第二项先通过，第一项退回，缺数据. Pure.</summary>
public static class SeveralWishes
{
    /// <summary>More than this is no list of wishes any more.</summary>
    private const int MostParts = 9;
    private const int MostWishes = 4;

    /// <param name="understand">What a part alone means.</param>
    /// <param name="kindOf">What it is; never <see cref="WishKind.None"/> for a part that is surely a wish of this person.</param>
    /// <returns>The wishes in order, each with the reason and the date that follow it, and with the unit of the one before where it names none; empty when the message is one wish.</returns>
    public static IReadOnlyList<Understood> In(string raw, Func<string, Understood> understand, Func<Understood, WishKind> kindOf)
    {
        if (raw.Length > Understand.LongestCommand * 2)
            return [];
        var parts = Parts(raw).ToList();
        if (parts.Count is < 2 or > MostParts)
            return [];
        var isReturned = parts.Exists(part => TellsOfFault(part.Words)) && parts.Exists(part => understand(part.Words).Intent == Intent.Return);
        var isAsked = parts.Exists(part => kindOf(understand(part.Words)) == WishKind.Act);
        var wishes = new List<(string Words, Understood Head, WishKind Kind)>();
        var opening = "";
        foreach (var part in parts)
        {
            var (said, kind) = TellsOfDone(part.Words) || (isReturned && TellsOfFault(part.Words)) ? (null, WishKind.None) : understand(part.Words) is var heard ? (heard, kindOf(heard)) : default;
            // Transport rang, test track data not in yet. Give them till …: what is told is the reason for what is then wanted. 零售改造那项, behind a question, only says of what.
            if (kind == WishKind.Question && ((isAsked && !part.End.Contains('?') && !part.End.Contains('？') && (TellsNews.IsMatch(Spelling.Plain(part.Words)) || Acts.Aside.TellsOfLack(said!))) || (wishes.Count > 0 && said is { Intent: Intent.Fragment, TaskSubject: not null })))
                kind = WishKind.None;
            // 工信局报的项多，给他们宽限到10号: told as the reason of what follows, and no wish to read.
            if (kind == WishKind.Question && isAsked && wishes.Count == 0 && said is { Intent: Intent.ReadReport, IsQuestion: false, EndsAsQuestion: false } && !AsksToSee.IsMatch(Spelling.Plain(part.Words)))
                kind = WishKind.None;
            // Who gets the next reminder, and when?: one question. New deadline April 8, behind an act, is its day.
            if (kind == WishKind.Question && wishes.Count > 0 && (wishes[^1].Kind == WishKind.Question ? BareQuestion.IsMatch(Spelling.Plain(part.Words)) : said is { Intent: Intent.DueDate, When: not null } && NewDay.IsMatch(Spelling.Plain(part.Words))))
                kind = WishKind.None;
            // 晚的是哪家，晚几天 asks on, and extends nothing.
            if (kind == WishKind.Act && wishes.Count > 0 && said is { Units.Count: 0, When: null, Days: null } && AsksHowMany.IsMatch(Spelling.Plain(part.Words)))
                kind = WishKind.None;
            if (kind != WishKind.None && (wishes.Count == 0 || IsAnother((wishes[^1].Head, wishes[^1].Kind), (said!, kind), part.IsApart)))
                wishes.Add((wishes.Count == 0 ? opening + part.Words : part.Words, said!, kind));
            else if (wishes.Count == 0)
                opening += part.Words + part.End;
            else
                wishes[^1] = wishes[^1] with { Words = $"{wishes[^1].Words}{(part.IsApart ? "，" : part.Before)}{part.Words}" };
        }
        return wishes.Count is < 2 or > MostWishes ? [] : Whole(wishes, understand, kindOf);
    }

    /// <summary>市场监管委那个弄一下，顺便催催文旅局: what is said of another unit beside a wish, and is no wish that is understood. It must not be dropped without a word.</summary>
    /// <returns>What was not understood, and the message without it; null when there is nothing of the kind.</returns>
    public static (string Unheard, string Heard)? Unheard(string raw, Func<string, Understood> understand, Func<Understood, WishKind> kindOf)
    {
        if (raw.Length > Understand.LongestCommand || !Joined.IsMatch(raw))
            return null;
        var parts = Parts(raw).Select(part => (part.Words, part.Before, Said: understand(part.Words))).Select(part => (part.Words, part.Before, part.Said, Kind: kindOf(part.Said))).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var isBeside = i > 0 && Joined.IsMatch(parts[i].Before) || i + 1 < parts.Count && Joined.IsMatch(parts[i + 1].Before);
            var others = parts.Where((part, place) => place != i && part.Kind == WishKind.Act).SelectMany(part => UnitsOf(part.Said)).ToList();
            if (isBeside && parts[i].Kind == WishKind.None && !TellsOfDone(parts[i].Words) && parts[i].Said.Unit?.One is not null && others.Count > 0 && !UnitsOf(parts[i].Said).Any(others.Contains))
                return (parts[i].Words, string.Concat(parts.Where((_, place) => place != i).Select((part, place) => place == 0 ? part.Words : $"{part.Before}{part.Words}")));
        }
        return null;
    }

    /// <summary>第二项上次已经退回过 tells of something done, and wishes for nothing.</summary>
    internal static bool TellsOfDone(string clause) => ToldAsDone.IsMatch(clause);

    /// <summary>报的不行，办件量一个没写: the reason for a return, and no question who has not reported.</summary>
    private static bool TellsOfFault(string clause) => Fault.IsMatch(clause) && !clause.Contains('退');

    /// <summary>确认，再把第一项退回: the answer to what is open, and what is wished for besides.</summary>
    /// <returns>Null when the message does not begin so.</returns>
    public static (string Answer, string Then)? AfterAnswer(string raw) =>
        Answered.Match(raw.Trim()) is { Success: true } both && (both.Groups["rest"].Length > 2 || Drops(both.Groups["answer"].Value)) ? (both.Groups["answer"].Value, both.Groups["rest"].Value) : null;

    /// <summary>不退了, never mind: the answer drops what is open.</summary>
    public static bool Drops(string answer) => Dropped.IsMatch(answer.Trim());

    private static List<Understood> Whole(List<(string Words, Understood Head, WishKind Kind)> wishes, Func<string, Understood> understand, Func<Understood, WishKind> kindOf)
    {
        var found = new List<Understood>();
        foreach (var (words, head, _) in wishes)
        {
            var whole = understand(words);
            // A reason may sound like something else; what its wish alone means counts.
            var said = whole.Intent == head.Intent && kindOf(whole) != WishKind.None ? whole : head with { Raw = words };
            found.Add(found.Count == 0 ? said : WithObjectOf(found[^1], said));
        }
        return found;
    }

    /// <summary>教委第二项通过，第一项退回 is about one unit; 谁还没报，催一下他们 about those who were asked for.</summary>
    private static Understood WithObjectOf(Understood before, Understood said)
    {
        var isList = before.Intent is Intent.WhoOverdue or Intent.WhoMissing or Intent.AllIn or Intent.WhoReported;
        if (said.Units.Count > 0)
            return said;
        if (said.Intent == Intent.Urge && isList)
            return said with { Refers = Reference.List, ListOf = before.Intent, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods };
        if (said.Intent == Intent.ReadReport && before.Units.Count > 0)
            return said with { Units = before.Units, Refers = Reference.None, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods };
        if (said.Intent == Intent.Export)
            return said.Periods.Count > 0 ? said : said with { Periods = before.Periods };
        return Understand.IsDoneToUnits(said.Intent) && said.Intent != Intent.Broadcast && before.Units.Count > 0 && !MeansAll.IsMatch(said.Plain)
            ? said with
            {
                Units = before.Units, Refers = Reference.None, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods,
                Tasks = said.Tasks.Count > 0 || said.AllTasks || before.Intent != Intent.ReadReport ? said.Tasks : before.Tasks,
            }
            : said;
    }

    /// <summary>Whether it is a wish of its own: a reason may hold the words of one, so that an act beside an act must say what it is about.</summary>
    private static bool IsAnother((Understood Said, WishKind Kind) before, (Understood Said, WishKind Kind) next, bool isApart)
    {
        var isSame = before.Said.Intent == next.Said.Intent && !DiffersIn(before.Said, next.Said);
        if (isSame)
            return false;
        // 科技局不是也没交吗，怎么逾期名单里没它: one question about one unit.
        if (next.Said is { Refers: Reference.Unit, Units.Count: 0 } && before.Said.Units.Count == 1 && IsHowFar(before.Said.Intent) && IsHowFar(next.Said.Intent))
            return false;
        // 没报的都催了，科技局别催: leaves one out of the same urging. 说什么 without a unit reads no report.
        if ((before.Said is { Intent: Intent.Urge, Units.Count: 0 } && next.Said.Evidence.Any(evidence => evidence.Idea == "PauseUrge")) || (next.Said is { Intent: Intent.ReadReport, Units.Count: 0 } && before.Said.Units.Count == 0))
            return false;
        return (before.Kind, next.Kind) switch
        {
            // 卫健委第一项没写清楚，让他们补充后再报: a statement about a unit is the reason for what follows.
            (WishKind.Question, WishKind.Act) => before.Said.IsQuestion || before.Said.Intent == Intent.ReadReport || before.Said.EndsAsQuestion || before.Said.Units.Count == 0 || next.Said.Units.Count > 0 || next.Said.Tasks.Count > 0,
            (WishKind.Question, _) => true,
            (WishKind.Act, WishKind.Question) => isApart || next.Said.Intent == Intent.Export,
            _ => isApart || (HasObject(next.Said) && (DiffersIn(before.Said, next.Said) || (before.Said.Intent != next.Said.Intent && next.Said.Units.Count > 0))),
        };
    }

    private static bool IsHowFar(Intent intent) => intent is Intent.UnitStatus or Intent.WhoOverdue or Intent.WhoMissing;

    private static bool HasObject(Understood said) => said.Units.Count > 0 || said.Tasks.Count > 0 || said.TaskSubject is not null || said.AllTasks || said.Refers != Reference.None;

    private static bool DiffersIn(Understood before, Understood next) =>
        (next.Units.Count > 0 && !UnitsOf(next).SequenceEqual(UnitsOf(before))) || (next.Tasks.Count > 0 && !next.Tasks.SequenceEqual(before.Tasks))
        || (next.Periods.Count > 0 && !next.Periods.SequenceEqual(before.Periods));

    private static IEnumerable<string> UnitsOf(Understood said) => said.Units.Select(unit => unit.One?.Id.ToString() ?? unit.Words);

    private static IEnumerable<(string Words, string Before, string End, bool IsApart)> Parts(string raw)
    {
        var (start, before, isApart) = (0, "", false);
        foreach (Match mark in Ends.Matches(raw))
        {
            if (Condition.Replace(raw[start..mark.Index].Trim(), "") is var words && words.Any(char.IsLetterOrDigit))
            {
                yield return (words, before, mark.Value, isApart);
                (before, isApart) = ("", false);
            }
            (start, before) = (mark.Index + mark.Length, before + mark.Value);
            isApart |= Apart.IsMatch(mark.Value);
        }
        if (Condition.Replace(raw[start..].Trim(), "") is var last && last.Any(char.IsLetterOrDigit))
            yield return (last, before, "", isApart);
    }

    private const string Joins = "顺便也?|另外|还有就是|再就是|还有(?=把|给|让|催|退)|然后再?|接着(?=把|给|催|退|导)|同时(?=把|给|催|退|导)|并且?(?=把|将|给|催|退|导|发|延)|再(?=把|给|催|退|导|发)";

    private static Regex Ends => field ??= new($@"[?？。;；!！\n]|\.(?=\s|$)|[,，、]?\s*(?:{Joins})|[,，、]|,? and then |,? then (?=[a-z])|,? also |(?<=[a-z0-9])\s+and (?=(?:also )?(?:who|which|what|how|has|have|did|is|are|when|show|export|download|remind|urge|chase|nudge|push|send|return|accept|approve|extend|waive|give|grant|decline|reject|pause|invite|let)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>报了的话 before what is then wanted; the answer says of itself where nothing was reported.</summary>
    private static Regex Condition => field ??= new("^(?:如果|要是|若)?(?:已经?)?(?:报|交|有)(?:上来)?了?(?:的话|就)(?:就)?|^(?:如果|要是|若)?(?:没(?:有|什么|啥)*问题|可以|合适|还行)(?:的话)?,?(?=就(?:收|通过|过|批|同意))|^(?:and )?if (?:so|yes|they have|it has|it did|they did),? ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Joined => field ??= new("顺便|另外|还有就是|再就是|also|and then", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>What stands between two wishes rather than within one.</summary>
    private static Regex Apart => field ??= new(@"[?？。;；\n]|\.|[\u4e00-\u9fff]|and|then|also", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex AsksToSee => field ??= new("看|念|读|调|查|显示|打开|列|发(?:给)?我|给我|拿|贴|谁|哪|什么|啥|怎么|多少|几|内容|原文|(?<![a-z])(?:show|read|see|open|give me|send me|list|what|which|who|how|pull up|bring up|display|look)(?![a-z])");

    private static Regex BareQuestion => field ??= new("^(?:and |都|分别|大概|是|会)*(?:when|where|why|how|to whom|what for|by when|at what time|what time|by how (?:much|many(?: days)?)|什么时候|啥时候|几点|何时|哪天|几号)(?:发|会发|发的|收到|开始|的)?[?]?$");

    private static Regex NewDay => field ??= new("^(?:the |and |with |a )*(?:new |next |revised )?(?:deadline|due(?: date)?|date)(?: is| to be|:)? ?|^(?:新的?)?(?:期限|截止(?:日期|时间)?|时间)(?:改|定|延|放|是|为|到|在)*(?=[0-9一二三四五六七八九十下本这])");

    private static Regex AsksHowMany => field ??= new("^.{0,6}(?:几|多少)(?:个)?(?:工作日|天|项|家|条|次|份)[?]?$|^(?:and |by )*how (?:many|much|late|long)[a-z ]{0,16}[?]?$");

    /// <summary>教委来电话了, transport rang: what somebody has said.</summary>
    private static Regex TellsNews => field ??= new("来(?:过|了)?(?:个)?电话|打(?:来|过|了)(?:个)?电话|跟我(?:说|讲|反映)|(?:说是|来说|来讲|反映说)|答应(?:了)?|(?<![a-z])(?:rang|called|phoned|told (?:me|us)|(?<!who )says?|(?<!who )said|emailed|e-mailed|wrote (?:me|to me|in)|promised|asked (?:me )?for)(?![a-z])");

    private static Regex Fault => field ??= new("太(?:虚|空|简单|笼统|粗|泛|水|短|乱|含糊|官腔|少)(?:了)?$|(?:不够|欠)(?:具体|详细|实|清楚)|看不(?:懂|明白)|(?<!行)不行$|(?:报|写|填|交)(?:的|得)(?:太|很|都|也)?(?:不行|不好|不全|不够|差|虚|空|简单|笼统)|(?:一个|一点|半个|都|也|根本|完全)(?:字)?(?:都|也)?没(?:有)?(?:写|填|提)|(?:没|未)(?:有)?(?:写|填|提)(?:清|全|明|到)?|(?:缺|漏)(?:了|少|掉)|(?<![a-z])(?:not good enough|too (?:thin|vague|short)|leaves out)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>第二项上次已经退回过: what was done is told, not wished for.</summary>
    private static Regex ToldAsDone => field ??= new("已经?(?:全部)?(?:通过|退回|延期|免报|催|导出)|上次|之前就|原来是|本来");

    private static Regex MeansAll => field ??= new("逾期|没报|未报|没交|未交|所有|全部|各单位|大家|overdue|missing|everyone|everybody|all");

    private static Regex Dropped => field ??= new("^(?:还是)?(?:先)?(?:不|别|取消|算了|cancel|never|forget|scrap|don't)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    private static Regex Answered => field ??= new(@"^(?:no,? |(?:oh,? )?actually,? |不[,，]|哎?等等[,，])?(?<answer>确认|确定|嗯+对?的?|好的?|可以|行|成|对的?|没错|是的?|confirm(?:ed)?|yes|yep|sure|ok(?:ay)?|取消|算了吧?(?:[,，]?(?:还是|就|那)?(?:先)?(?:不|别)(?:要|用)?(?:再)?(?:退|催|发|延|通过|收|换|停|免|批|给)(?:[^,，。;；\s]{0,10}了|了)?)?|(?:还是)?(?:先)?不(?:退|催|发|延|通过|用|要|收|换|停|免|批)了|(?:先)?别(?:退|催|发|延|收|换|停|免)了?|cancel(?: (?:it|that))?|never ?mind|forget (?:it|that)|scrap (?:it|that)|don't send(?: it| them)?)(?:\s*[,，。;；.!！、]\s*|\s+(?=and |then |just ))(?:另外|然后再?|接着|顺便|再|还是|and then |and |then |also |just )?(?<rest>.{2,})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);
}
