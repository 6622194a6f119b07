using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What surrounds a report that was pasted from a letter: 特此报告, Kind regards, who signed it and when. None of it belongs to a section. Pure.</summary>
internal static class LetterFrame
{
    /// <summary>A closing formula and what stands below it: unit, person, telephone, date.</summary>
    private const int MostClosingLines = 6;

    private const int LongestSignature = 60;

    /// <returns>The letter down to its last sentence; the text itself where it has no such end, or is of one line.</returns>
    public static string WithoutEnd(string raw)
    {
        if (!raw.Contains('\n', StringComparison.Ordinal))
            return raw;
        var lines = Lines.Matches(raw).Where(line => line.Value.Trim().Length > 0).Select(line => (line.Index, Text: Spelling.Fold(line.Value).Trim())).ToList();
        var end = raw.Length;
        for (var i = lines.Count - 1; i > 0 && lines.Count - i <= MostClosingLines; i--)
        {
            if (Formula.IsMatch(lines[i].Text) && lines.Skip(i + 1).All(line => line.Text.Length <= LongestSignature && (!Label.IsMatch(line.Text) || ToCall.IsMatch(line.Text))))
                end = lines[i].Index;
        }
        if (end == raw.Length && Date.IsMatch(lines[^1].Text) && lines.Count > 1)
            end = lines.Count > 2 && Office.IsMatch(lines[^2].Text) ? lines[^2].Index : lines[^1].Index;
        // 联系人：孙莉，电话：… stands below the text, with the signature or without.
        for (var i = lines.Count - 1; i > 0 && lines.Count - i <= MostClosingLines; i--)
        {
            if (lines[i].Index < end && ToCall.IsMatch(lines[i].Text))
                end = lines[i].Index;
            else if (lines[i].Index < end)
                break;
        }
        var body = raw[..end].TrimEnd();
        return LastWords.Match(body) is { Success: true } words && words.Index > 0 ? body[..words.Index] : body.Length > 0 ? body : raw;
    }

    /// <summary>市工信局：, on a line above 现将有关情况报送如下: whom the letter is for, and not who reports.</summary>
    public static string WithoutSalutation(string opening) => Salutation.Replace(opening, "\n");

    private static Regex Salutation => field ??= new(@"(?:^|\n)[^\S\n]*[^\n:：]{2,24}[:：][^\S\n]*\n(?=[^\S\n]*\S)");

    private static Regex Lines => field ??= new("[^\n]+");

    private static Regex ToCall => field ??= new("^[(]?(?:联系人|联系电话|联系方式|填报人|经办人|审核人|报送人|填表人|负责人|电话|contact(?: person)?|phone|tel)(?:及电话|和电话)?[:]");

    private static Regex Formula => field ??= new(@"^(?:(?:特此|专此|谨此)(?:报告|汇报|报送|函告|函复|说明|奉告)?|(?:以上|上述)(?:是|为|即)?.{0,20}(?:情况|报告|汇报|材料)(?:,?(?:当否|妥否)?,?请(?:审阅|审示|批示|指正|审核|指示|示|查收|阅示))?|此致(?:敬礼)?|敬礼|(?:当否|妥否|如无不妥|以上)?,?请(?:审阅|审示|批示|指正|审核|指示|示|查收|阅示|予以审核)|谢谢|(?:(?:kind|best|warm|with (?:kind|best)) )?regards|yours(?: (?:sincerely|faithfully|truly))?|(?:yours )?(?:sincerely|faithfully)(?: yours)?|best(?: wishes)?|(?:many )?thanks(?: and regards)?|thank you|cheers)[\s.,!。]*$");

    private static Regex Date => field ??= new(@"^(?:[0-9]{4}|[二〇零○一三四五六七八九]{4})\s*[年./-]\s*[0-9一二三四五六七八九十]{1,3}\s*[月./-]\s*[0-9一二三四五六七八九十]{1,3}\s*日?$|^[0-9]{1,2} [a-z]{3,9} [0-9]{4}$|^[a-z]{3,9} [0-9]{1,2}, [0-9]{4}$");

    private static Regex Office => field ??= new(@"^[\u4e00-\u9fff]{2,24}(?:\([\u4e00-\u9fff]{1,6}\))?$");

    private static Regex Label => field ??= new("^[^:]{1,20}:.{8,}");

    private static Regex LastWords => field ??= new(@"(?<=[。.;；!！])\s*(?:特此|专此)(?:报告|汇报|报送|函告|函复)?[。.!！]?\s*$");
}
