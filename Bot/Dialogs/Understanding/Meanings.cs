using System.Text.RegularExpressions;
using PlanBot.Texts;

namespace PlanBot.Dialogs.Understanding;

/// <summary>Intents as sentences that are surely understood so, from <c>Rules/meanings.txt</c>.</summary>
public static class Meanings
{
    private static readonly Lazy<Dictionary<Intent, (string Chinese, string English)>> Sentences = new(() =>
        RuleFile.Pairs("meanings.txt").ToDictionary(pair => Enum.Parse<Intent>(pair.Left), pair => (pair.Right.Split(" | ")[0], pair.Right.Split(" | ")[1])));

    /// <summary>Intents that have a sentence.</summary>
    public static IReadOnlyCollection<Intent> Known => Sentences.Value.Keys;

    /// <param name="period">In words; null when none is named. So the others.</param>
    /// <returns>Null when the intent has no sentence, or one that needs what was not named.</returns>
    public static string? Sentence(Intent intent, Language language, string? unit = null, string? period = null, string? task = null, int? request = null)
    {
        if (!Sentences.Value.TryGetValue(intent, out var both))
            return null;
        var values = new Dictionary<string, string?> { ["unit"] = unit, ["period"] = period, ["task"] = task, ["request"] = request?.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        var withOptions = Option.Replace(language.In(both.Chinese, both.English), part => values[part.Groups["name"].Value] is null ? "" : part.Groups["inside"].Value);
        return Slot.Matches(withOptions).Any(slot => values[slot.Groups["name"].Value] is null)
            ? null
            : Slot.Replace(withOptions, slot => values[slot.Groups["name"].Value]!).Trim();
    }

    /// <summary>What an utterance was understood as, in words; never null: what was left out shows as dots.</summary>
    public static string Describe(Intent intent, Language language, string? unit = null, string? period = null, string? task = null, int? request = null) =>
        Sentence(intent, language, unit ?? "……", period, task, request ?? 0) ?? intent.ToString();

    private static Regex Option => field ??= new(@"\[(?<inside>[^\[\]]*\{(?<name>\w+)\}[^\[\]]*)\]");

    private static Regex Slot => field ??= new(@"\{(?<name>\w+)\}");
}
