using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Why somebody wants something, apart from the wish itself: 打回去，缺数字; 因为数据没出来，想延期; because the figures are late.</summary>
/// <param name="Text">As typed; null when no reason is given.</param>
/// <param name="Wish">What is left of the message without it.</param>
internal sealed record Reason(string? Text, string Wish);

/// <summary>Finds reasons.</summary>
internal static class ReasonText
{
    /// <param name="isWish">Whether a clause belongs to the wish: it names what is wanted, or says nothing by itself.</param>
    /// <param name="likeness">0 to 1, how like the wish a clause is; asked where none is surely the wish.</param>
    public static Reason Find(string raw, IReadOnlyList<Unit> units, Func<string, bool> isWish, Func<string, double> likeness, bool isOfUnit = false)
    {
        // 退回去让他们写具体点: what they are to do says why.
        raw = ToldToDo.Replace(raw, raw.Any(c => c is >= '\u4e00' and <= '\u9fff') ? "，" : ", ");
        var folded = Spelling.Fold(raw);
        if (Marker.Match(folded) is { Success: true } marker)
        {
            var start = marker.Index + marker.Length;
            // 因为数据没出来，想延到月底: the wish follows its reason.
            var end = marker.Groups["first"].Success && (WishAfter(raw, folded, start, isWish) ?? WishAfter(raw, folded, start, clause => likeness(clause) > EnoughLikeness)) is { } wish ? wish : raw.Length;
            return new(Tidy(raw[start..end], units, isOfUnit), raw[..marker.Index] + raw[end..]);
        }
        var clauses = Clauses(raw, folded).Select(clause => (Text: clause, IsWish: !Told.IsMatch(clause) && isWish(clause))).ToList();
        if (!clauses.Exists(clause => clause.IsWish))
            clauses = Likest(clauses.ConvertAll(clause => (clause.Text, Told.IsMatch(clause.Text) ? 0 : likeness(clause.Text))));
        if (clauses.Count < 2 || !clauses.Exists(clause => clause.IsWish) || clauses.TrueForAll(clause => clause.IsWish))
            return new(null, raw);
        return new(
            Tidy(string.Join(Comma(raw), clauses.Where(clause => !clause.IsWish && !SaysNothing.IsMatch(Spelling.Plain(clause.Text))).Select(clause => clause.Text)), units, isOfUnit),
            // A unit or a task named in a reason that comes first (教委第三项数据不全，退回) belongs to the wish; Tidy has left it out of the reason.
            clauses[0].IsWish ? string.Join('，', clauses.Where(clause => clause.IsWish).Select(clause => clause.Text)) : raw);
    }

    private static Regex ToldToDo => field ??= new("(?<=(?:退|打)(?:回)?(?:去|给他们)?)(?=(?:让|叫|请|要求)(?:他们|对方|单位)(?:再|重新)?[写补改细具加把说].)");

    /// <summary>Where every clause is like the wish, the likest is it, and the others say why.</summary>
    private static List<(string Text, bool IsWish)> Likest(List<(string Text, double Likeness)> clauses)
    {
        var enough = clauses.TrueForAll(clause => clause.Likeness > EnoughLikeness) ? clauses.Max(clause => clause.Likeness) : EnoughLikeness;
        return clauses.ConvertAll(clause => (clause.Text, clause.Likeness >= enough));
    }

    private const double EnoughLikeness = 0.6;

    private static int? WishAfter(string raw, string folded, int start, Func<string, bool> isWish) =>
        Break.Matches(folded, start).FirstOrDefault(mark => isWish(raw[(mark.Index + mark.Length)..]))?.Index;

    private static IEnumerable<string> Clauses(string raw, string folded)
    {
        var start = 0;
        // "results: some" is useless: what is quoted is one piece.
        var quoted = Quote.Matches(folded).Select(quote => quote.Index..(quote.Index + quote.Length)).ToList();
        foreach (var mark in Break.Matches(folded).Where(mark => !quoted.Exists(quote => mark.Index > quote.Start.Value && mark.Index < quote.End.Value)))
        {
            if (raw[start..mark.Index].Trim() is { Length: > 0 } clause)
                yield return clause;
            start = mark.Index + mark.Length;
        }
        if (raw[start..].Trim() is { Length: > 0 } last)
            yield return last;
    }

    /// <summary>Without the unit and the task that it begins with: 教委第三项数据不全 is about them, and they are known.</summary>
    /// <param name="isOfUnit">A unit says so itself: another that it names (等证监局的数据) is a part of the reason.</param>
    private static string? Tidy(string text, IReadOnlyList<Unit> units, bool isOfUnit)
    {
        var reason = text.Trim().Trim('，', ',', '。', '；', ';', '：', ':', '！', '!', '.', ' ');
        var folded = Spelling.Fold(reason);
        var start = 0;
        var tasks = TaskWords.Find(folded).Select(task => task.Where).ToList();
        var named = UnitNames.Find(folded, units).Select(unit => unit.Where).Where(where => !isOfUnit || (where.Start.Value == 0 && tasks.Exists(task => task.Start.Value - where.End.Value is 0 or 1)));
        foreach (var where in named.Concat(tasks).OrderBy(where => where.Start.Value))
        {
            // 等统计局的数据: what is waited for belongs to the reason.
            if (where.Start.Value == start || (where.Start.Value == start + 1 && Between.IsMatch(folded[start..(start + 1)])))
                start = Math.Max(start, where.End.Value);
        }
        reason = (start > 0 ? Side.Replace(reason[start..], "") : reason).TrimStart('的', '，', ',', ' ', ':', '：');
        reason = Introduced.Replace(reason, "");
        return reason.Count(char.IsLetterOrDigit) >= 2 && !SaysNothing.IsMatch(Spelling.Plain(reason)) ? reason : null;
    }

    private static Regex Between => field ??= new("[^\\w]|[请把将对给让叫替的说催发改换是和跟只就先再]");

    /// <summary>说疫情影响, 理由是系统切换: what only introduces the reason.</summary>
    private static Regex Introduced => field ??= new("^(?:(?:他们|对方|人家|单位)?说(?:是|了)?[，,：: ]*(?=[\u4e00-\u9fff]{3})(?!明|法|服)|(?:理由|原因)(?:就)?(?:是|为)[，,：: ]*)");

    /// <summary>教委那边开学忙: what stands for the unit goes with it.</summary>
    private static Regex Side => field ??= new("^(?:那边|那头|这边|那里|那儿|那家|他们|它)|^\\s*(?:(?:have |has |just )*(?:rang|called|phoned|emailed|wrote)(?: me| us| in)?|来(?:过|了)?电话(?:了|说)?|打(?:来|过|了)?电话(?:来|了|说)*)\\s*(?:[,，:：]|and |to say |that |$)\\s*");

    private static Regex Quote => field ??= new("[\"“][^\"“”\n]{1,80}[\"”]");

    private static string Comma(string raw) => raw.Any(c => c is >= '\u4e00' and <= '\u9fff') ? "，" : ", ";

    /// <summary>说错了, 别等了, 跟他们说一声, 8号之前补上来: beside a wish, and no reason for it.</summary>
    private static Regex SaysNothing => field ??= new("^(?:我们?)?(?:都|也|已经?|刚|刚才)*(?:看|核|读|审)(?:了|过|完|过了|完了|了一?遍|了一?下)+(?:一遍|一下)?$|^(?:the |a |with |and )*(?:new |next |revised )?(?:deadline|due(?: date)?|date)(?: is| to be|:)? .{2,20}$|^(?:新的?)?(?:期限|截止(?:日期|时间)?|时间)(?:改|定|延|放|是|为|到|在)*(?:[0-9一二三四五六七八九十]{1,3}(?:月|[号日])|下|本|这)[^,]{0,10}$|^[0-9一二三四五六七八九十月号日到延等]{1,10}(?:太(?:晚|久|迟|长)|不行|不成)了?$|^(?:我)?(?:刚才|刚刚)?(?:说|弄|搞|写|点)错了?$|^(?:别|不|不用|先不)等(?:了|他们|它)*$|^(?:那|这|他们|它)(?:个|份|家|边|们)?(?:的)?(?:也|都)?(?:没|无)(?:有)?(?:啥|什么)?(?:问题|毛病|意见)$|^(?:也|都)?没(?:有)?(?:啥|什么)?(?:问题|毛病|意见)$|^(?:有|就)?(?:[一二两三四五几]|[0-9])(?:个|件|点)?(?:小)?事(?:儿|情)?$|^(?:no|yes|ok)?[, ]*(?:(?:and )?(?:tell|let) (?:them|him|her)(?: know)?(?: so| that)?)?$|^(?:跟|和|给|告诉|通知|回复)(?:他们|对方|单位|人家)(?:说)?(?:一声|一下|清楚)?(?:就行|吧)?$|^(?:赶紧|抓紧|尽快|快点)(?:吧|的)?$|^(?:and )?i (?:want|need|expect) it (?:back |again |in )*by .{2,20}$|^(?:rang|called|phoned|rang me|here|hi|hello|so)$|^.{0,14}(?:之前|以前|前)(?:要|得|必须|务必|重新)*(?:补|报|交|改|重报|重交)(?:上来|过来|好|完|报|交|齐|一版|一份)*$");

    /// <summary>科技局说赶不及: what a unit said.</summary>
    private static Regex Told => field ??= new("^.{1,10}(?<!再)(?:说|表示|反映|来电|来函)(?!明|法|$)");

    private static Regex Marker => field ??= new(@"(?:(?<first>因为|由于|(?<!原)因(?!此|而|素))|(?<![\u4e00-\u9fff])(?:原因|理由)(?:是|为|:|就是)?\s*:?|(?:原因|理由)(?:就是|是|为|:)\s*:?|(?<![a-z])(?<first>because|since|due to|owing to) (?:of )?|(?<![a-z])reason(?: is|:)?\s*)");

    private static Regex Break => field ??= new(@"[,;!?\n、]|(?<!\bno)\.(?![0-9])|(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff]{3})| - | — |——|:");
}
