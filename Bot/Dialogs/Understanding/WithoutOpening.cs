using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>ok nudge them, 好那催一下他们, right, who is left: a word that only begins, before what is meant. Pure.</summary>
internal static class WithoutOpening
{
    /// <returns>The message without it; null when it does not begin so, or is nothing else.</returns>
    public static string? Of(string raw)
    {
        var folded = Spelling.Fold(raw);
        return Words.Match(folded) is { Success: true } opening && raw[opening.Length..].Trim() is { Length: > 1 } rest && rest.Any(char.IsLetter) ? rest : null;
    }

    private static Regex Words => field ??= new(@"^\s*(?:(?:ok(?:ay)?|k|right(?: then)?|all ?right|fine|good|great|perfect|lovely|cool|sure|yes|yeah|yep|yup|well|so|then|hmm+|ah|oh|thanks|thank you|got it|i see)(?:[,.!:;\s]+(?:then[,\s]+|so[,\s]+|and[,\s]+)?)(?=\S))+|^\s*(?:(?:好(?:的|吧|嘞|滴|呀)?|嗯+|恩+|行(?:吧|了)?|对(?:了|的)?|可以|那好|中|成|得|哦+|噢|喔|唉|哎|ok|知道了|明白了?|收到)(?:[,，.。!！、~\s]+|(?=那|就|你|请|麻烦|帮|把|给|再|催|退|延|发|收|先|看|导|查|谁|还|教|市)))+");
}
