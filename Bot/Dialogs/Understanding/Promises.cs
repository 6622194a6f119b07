using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>一季度说的下一步兑现了没, did they do what they said: whether what was planned has come about. Pure.</summary>
internal static class Promises
{
    /// <param name="plain">Normalised.</param>
    public static bool Asks(string plain) => Asked.IsMatch(plain);

    private static Regex Asked => field ??= new("(?:下一?步|计划|打算|承诺|答应|说要|说好|说了要|安排|目标)[^。?]{0,14}(?:兑现|落实|做到|做了|完成|办到|办了|实现|落地)(?:了|得|没|的)*(?:没有?|吗|么|怎么样|如何|咋样)|(?:兑现|落实)(?:了)?(?:没有?|吗)[^。]{0,10}(?:下一?步|计划|打算|承诺)|(?<![a-z])(?:did|have|has) (?:they|it|·+) (?:actually |really )?(?:do|done|deliver(?:ed)?|ke(?:ep|pt)|ma(?:k|d)e good(?: on)?|carr(?:y|ied) out|follow(?:ed)? through(?: on)?|stick to|stuck to)(?: what)?(?: they| it)?(?: had)? ?(?:said|planned|promised|announced|meant to|their (?:word|promises?|plans?|next steps))|(?:next steps|plans?|promises?) (?:of|from|for) .{1,24}(?:come true|carried out|kept|delivered|done|met)");
}
