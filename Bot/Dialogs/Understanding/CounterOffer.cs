using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>不批，太久了，最多等到7号: a request is declined and another day offered. Pure.</summary>
internal static class CounterOffer
{
    /// <returns>What is said without the offer, and the offer as a wish of its own; null when none is made.</returns>
    public static (string Decision, string Offer)? In(string raw)
    {
        var clauses = Break.Split(raw).Select(clause => clause.Trim()).Where(clause => clause.Length > 0).ToList();
        var offered = clauses.FindIndex(clause => Offers.IsMatch(Spelling.Plain(clause)) && WishIn(clause) is not null);
        return offered > 0 ? (string.Join('，', clauses.Where((_, place) => place != offered)), WishIn(clauses[offered])!) : null;
    }

    private static string? WishIn(string clause)
    {
        var plain = Spelling.Plain(clause);
        var isChinese = plain.Any(c => c is >= '\u4e00' and <= '\u9fff');
        if (DateWords.Find(plain) is { Mention: { Reference: not (DateReference.Time or DateReference.Later) } day })
            return isChinese ? $"延到{day.Words}" : $"extend until {day.Words}";
        return DateWords.FindDays(plain) is { Days: var days } ? isChinese ? $"延{days}天" : $"extend by {days} days" : null;
    }

    private static Regex Break => field ??= new(@"[，,；;。\n]|\.(?=\s|$)| but ");

    private static Regex Offers => field ??= new("^(?:那|但是?|不过|我们?|就)*(?:最多|顶多|至多|最晚|最迟|只能|只(?:给|批|同意|准|延)|可以(?:给|延|等|宽)|(?:还是)?(?:改|延|宽限|推)(?:成|为|到)|给(?:他们|你们)|(?:他们|对方)?(?:能|可以)(?:给|延|等|宽)到)|^(?:but |and )?(?:they can have|i can give|give them|they (?:may|can) (?:have|hand it in)|at (?:the )?(?:most|latest)|(?:only |not later than |no later than )?(?:until|till)|no later than|only|make it|(?:\\S+ )?(?:is|at) the latest)|(?:at (?:the )?(?:most|latest))$");
}
