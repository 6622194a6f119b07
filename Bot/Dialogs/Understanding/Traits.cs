using System.Text.RegularExpressions;

namespace PlanBot.Dialogs.Understanding;

/// <summary>What a sentence shows of its meaning: the ideas in it, each alone and with another; its words, one to three Chinese characters, one or two English words; how it begins and ends.</summary>
internal static class Traits
{
    public static IReadOnlyCollection<string> Of(Reading reading)
    {
        var traits = new HashSet<string> { $"@{reading.Speaker}" };
        var ideas = reading.Ideas.Where(idea => idea is not (Lexicon.Filler or Reading.OfOffice)).Concat(reading.UnknownOffice is null ? [] : ["@Unit"]).Distinct().Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < ideas.Count; i++)
        {
            traits.Add($"#{ideas[i]}");
            for (var j = i + 1; j < ideas.Count; j++)
                traits.Add($"#{ideas[i]}+{ideas[j]}");
        }
        // Whatever unit, period or day is named is one mark.
        var text = reading.WithSlots();
        foreach (Match run in Chinese.Matches(text))
        {
            for (var i = 0; i < run.Length; i++)
            {
                for (var length = 1; length <= 3 && i + length <= run.Length; length++)
                    traits.Add(run.Value.Substring(i, length));
            }
        }
        var before = "";
        foreach (Match word in Word.Matches(text))
        {
            traits.Add(word.Value);
            if (before.Length > 0)
                traits.Add($"{before} {word.Value}");
            before = word.Value;
        }
        for (var length = 2; length <= 3; length++)
        {
            traits.Add("^" + text[..Math.Min(length, text.Length)]);
            traits.Add(text[^Math.Min(length, text.Length)..] + "$");
        }
        return traits;
    }

    /// <summary>With the mark of <see cref="Reading.WithSlots"/>, however long what it stands for.</summary>
    private static Regex Chinese => field ??= new(@"[\u4e00-\u9fff\u00b7?]+");

    private static Regex Word => field ??= new("[a-z0-9']+");
}
