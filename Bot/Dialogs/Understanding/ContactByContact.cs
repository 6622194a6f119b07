using System.Text.RegularExpressions;
using PlanBot.Data.Model;

namespace PlanBot.Dialogs.Understanding;

/// <summary>文旅换成高敏 13800002222，商务的换成陆远，电话后给: contacts of several units, changed in one message. Pure.</summary>
internal static class ContactByContact
{
    /// <summary>More are a list, which comes as a file.</summary>
    private const int Most = 6;

    /// <returns>One wish for each unit, with the words that are said of it; empty unless each of several units is given somebody by name.</returns>
    public static IReadOnlyList<Understood> In(string raw, Understood whole, IReadOnlyList<Unit> units)
    {
        if (raw.Length > Understand.LongestCommand * 2 || whole.EndsAsQuestion)
            return [];
        var parts = new List<(Unit Unit, string Words)>();
        foreach (var clause in Clauses.Split(WithoutOpening(raw.Trim(), units)).Select(clause => clause.Trim()).Where(clause => clause.Length > 0))
        {
            var named = UnitNames.Find(Spelling.Plain(clause), units).Select(one => one.Mention.One).ToList();
            if (named is [{ } unit] && Replaced.IsMatch(Spelling.Fold(clause)))
                parts.Add((unit, clause));
            else if (parts.Count == 0 || named.Count > 0)
                return [];
            else
                parts[^1] = (parts[^1].Unit, $"{parts[^1].Words}，{clause}");
        }
        if (parts.Count is < 2 or > Most || parts.DistinctBy(part => part.Unit.Id).Count() < parts.Count || parts.Exists(part => PersonWords.Find(part.Words)?.Name is null))
            return [];
        return parts.ConvertAll(part => whole with
        {
            Raw = part.Words, Plain = Spelling.Plain(part.Words), Intent = Intent.ChangeContact, Confidence = 0.97, IsByExample = false, IsWhole = true, Units = [new UnitMention([part.Unit], part.Unit.Name)], NewPerson = PersonWords.Find(part.Words),
            UnknownName = null, When = DateWords.Find(Spelling.Plain(part.Words))?.Mention, Days = null, Tasks = [], Periods = [], Refers = Reference.None,
        });
    }

    private static string WithoutOpening(string raw, IReadOnlyList<Unit> units) =>
        Opening.Match(raw) is { Success: true } opening && UnitNames.Find(Spelling.Plain(opening.Value), units).Count == 0 ? raw[opening.Length..] : raw;

    private static Regex Clauses => field ??= new(@"[,，;；。\n]+|\.(?=\s|$)| and (?=[A-Z\u4e00-\u9fff])");

    /// <summary>通讯录更新下哈：, two changes:</summary>
    private static Regex Opening => field ??= new("^[^:：,，;；。]{2,30}[:：]\\s*");

    private static Regex Replaced => field ??= new("换|改(?:成|为|由)|更(?:换|改|新)|接(?:手|替|任)|变(?:更|成|为)|(?<![a-z])(?:replac|now|new contact|becomes?|to be|takes? over|changes? to|instead)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
