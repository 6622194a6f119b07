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
public static partial class SeveralWishes
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
        var wishes = new List<(string Words, Understood Head, WishKind Kind)>();
        var opening = "";
        foreach (var part in parts)
        {
            var (said, kind) = TellsOfDone(part.Words) ? (null, WishKind.None) : understand(part.Words) is var heard ? (heard, kindOf(heard)) : default;
            if (kind != WishKind.None && (wishes.Count == 0 || IsAnother((wishes[^1].Head, wishes[^1].Kind), (said!, kind), part.IsApart)))
                wishes.Add((wishes.Count == 0 ? opening + part.Words : part.Words, said!, kind));
            else if (wishes.Count == 0)
                opening += part.Words + part.End;
            else
                wishes[^1] = wishes[^1] with { Words = $"{wishes[^1].Words}{(part.IsApart ? "，" : part.Before)}{part.Words}" };
        }
        return wishes.Count is < 2 or > MostWishes ? [] : Whole(wishes, understand, kindOf);
    }

    /// <summary>第二项上次已经退回过 tells of something done, and wishes for nothing.</summary>
    internal static bool TellsOfDone(string clause) => ToldAsDone().IsMatch(clause);

    /// <summary>确认，再把第一项退回: the answer to what is open, and what is wished for besides.</summary>
    /// <returns>Null when the message does not begin so.</returns>
    public static (string Answer, string Then)? AfterAnswer(string raw) =>
        Answered().Match(raw.Trim()) is { Success: true } both ? (both.Groups["answer"].Value, both.Groups["rest"].Value) : null;

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
        if (said.Intent == Intent.Export)
            return said.Periods.Count > 0 ? said : said with { Periods = before.Periods };
        return Understand.IsDoneToUnits(said.Intent) && said.Intent != Intent.Broadcast && before.Units.Count > 0 && !MeansAll().IsMatch(said.Plain)
            ? said with { Units = before.Units, Refers = Reference.None, Periods = said.Periods.Count > 0 ? said.Periods : before.Periods }
            : said;
    }

    /// <summary>Whether it is a wish of its own: a reason may hold the words of one, so that an act beside an act must say what it is about.</summary>
    private static bool IsAnother((Understood Said, WishKind Kind) before, (Understood Said, WishKind Kind) next, bool isApart)
    {
        var isSame = before.Said.Intent == next.Said.Intent && !DiffersIn(before.Said, next.Said);
        if (isSame)
            return false;
        return (before.Kind, next.Kind) switch
        {
            // 卫健委第一项没写清楚，让他们补充后再报: a statement about a unit is the reason for what follows.
            (WishKind.Question, WishKind.Act) => before.Said.IsQuestion || before.Said.EndsAsQuestion || before.Said.Units.Count == 0 || next.Said.Units.Count > 0 || next.Said.Tasks.Count > 0,
            (WishKind.Question, _) => true,
            (WishKind.Act, WishKind.Question) => isApart || next.Said.Intent == Intent.Export,
            _ => isApart || (HasObject(next.Said) && (DiffersIn(before.Said, next.Said) || (before.Said.Intent != next.Said.Intent && next.Said.Units.Count > 0))),
        };
    }

    private static bool HasObject(Understood said) => said.Units.Count > 0 || said.Tasks.Count > 0 || said.TaskSubject is not null || said.AllTasks || said.Refers != Reference.None;

    private static bool DiffersIn(Understood before, Understood next) =>
        (next.Units.Count > 0 && !UnitsOf(next).SequenceEqual(UnitsOf(before))) || (next.Tasks.Count > 0 && !next.Tasks.SequenceEqual(before.Tasks))
        || (next.Periods.Count > 0 && !next.Periods.SequenceEqual(before.Periods));

    private static IEnumerable<string> UnitsOf(Understood said) => said.Units.Select(unit => unit.One?.Id.ToString() ?? unit.Words);

    private static IEnumerable<(string Words, string Before, string End, bool IsApart)> Parts(string raw)
    {
        var (start, before, isApart) = (0, "", false);
        foreach (Match mark in Ends().Matches(raw))
        {
            if (raw[start..mark.Index].Trim() is var words && words.Any(char.IsLetterOrDigit))
            {
                yield return (words, before, mark.Value, isApart);
                (before, isApart) = ("", false);
            }
            (start, before) = (mark.Index + mark.Length, before + mark.Value);
            isApart |= Apart().IsMatch(mark.Value);
        }
        if (raw[start..].Trim() is var last && last.Any(char.IsLetterOrDigit))
            yield return (last, before, "", isApart);
    }

    private const string Joins = "顺便也?|另外|还有就是|再就是|还有(?=把|给|让|催|退)|然后再?|接着(?=把|给|催|退|导)|同时(?=把|给|催|退|导)|并且?(?=把|将|给|催|退|导|发|延)|再(?=把|给|催|退|导|发)";

    [GeneratedRegex($@"[?？。;；!！\n]|\.(?=\s|$)|[,，、]?\s*(?:{Joins})|[,，、]|,? and then |,? then (?=[a-z])|,? also |(?<=[a-z0-9])\s+and (?=(?:also )?(?:who|which|what|how|has|have|did|is|are|when|show|export|download|remind|urge|chase|nudge|push|send|return|accept|approve|extend|waive|give|grant|decline|reject|pause|invite|let)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Ends();

    /// <summary>What stands between two wishes rather than within one.</summary>
    [GeneratedRegex(@"[?？。;；\n]|\.|[\u4e00-\u9fff]|and|then|also", RegexOptions.IgnoreCase)]
    private static partial Regex Apart();

    /// <summary>第二项上次已经退回过: what was done is told, not wished for.</summary>
    [GeneratedRegex("已经?(?:全部)?(?:通过|退回|延期|免报|催|导出)|上次|之前就|原来是|本来")]
    private static partial Regex ToldAsDone();

    [GeneratedRegex("逾期|没报|未报|没交|未交|所有|全部|各单位|大家|overdue|missing|everyone|everybody|all")]
    private static partial Regex MeansAll();

    [GeneratedRegex(@"^(?<answer>确认|确定|好的?|可以|行|对|是的?|confirm(?:ed)?|yes|ok(?:ay)?|取消|算了|cancel)(?:\s*[,，。;；.!！、]\s*|\s+(?=and |then ))(?:另外|然后再?|接着|顺便|再|and then |and |then |also )?(?<rest>.{3,})$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Answered();
}
