using System.Text;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

public class ChoiceRecognizers
{
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<string> choices, FindChoicesOptions options = null) =>
        RecognizeChoices(utterance, ChoiceFactory.ToChoices(choices), options);

    /// <summary>
    /// Finds which choices were said. Their words come first; only when none of them is met does a place ("第二个", "the last one") count, and
    /// only then a number ("2", "二"), so that a number inside a choice's own words is not taken for its place.
    /// </summary>
    /// <returns>In the order they were said; empty when none was.</returns>
    public static List<ModelResult<FoundChoice>> RecognizeChoices(string utterance, IList<Choice> list, FindChoicesOptions options = null)
    {
        options ??= new FindChoicesOptions();
        var said = Normalize(utterance);
        if (FindWords(said, list, options) is { Count: > 0 } words)
            return words;
        if (options.RecognizeOrdinals && FindPlaces(said, list, Ordinals.Find(said, list.Count)) is { Count: > 0 } places)
            return places;
        return options.RecognizeNumbers ? FindPlaces(said, list, Numbers.Find(said)) : [];
    }

    // Full-width letters and digits become plain ones.
    private static string Normalize(string text) => (text ?? string.Empty).Normalize(NormalizationForm.FormKC).Trim();

    private static List<ModelResult<FoundChoice>> FindWords(string said, IList<Choice> list, FindChoicesOptions options)
    {
        var names = list.SelectMany((choice, index) => Names(choice, options).Select(name => (Name: Normalize(name), Index: index)));
        var found = new List<ModelResult<FoundChoice>>();
        // The longest name takes its place first, so that "市教委" does not hide behind "教委".
        foreach (var (name, index) in names.Where(n => n.Name.Length > 0).OrderByDescending(n => n.Name.Length))
        {
            var start = WordAt(said, name);
            if (start < 0 || found.Any(other => start <= other.End && other.Start < start + name.Length || other.Resolution.Index == index))
                continue;
            found.Add(Result(said, start, name.Length, list, index, (float)name.Length / said.Length, name));
        }

        return [.. found.OrderBy(result => result.Start)];
    }

    private static IEnumerable<string> Names(Choice choice, FindChoicesOptions options)
    {
        if (!options.NoValue)
            yield return choice.Value;
        if (!options.NoAction)
            yield return choice.Action?.Title;
        foreach (var synonym in choice.Synonyms ?? [])
            yield return synonym;
    }

    /// <summary>Latin words must stand alone; a single Chinese character must be all that was said, because most words contain some other.</summary>
    private static int WordAt(string said, string name)
    {
        if (name.Length == 1)
            return said.Trim(Punctuation).Equals(name, StringComparison.OrdinalIgnoreCase) ? said.IndexOf(name, StringComparison.OrdinalIgnoreCase) : -1;

        var start = said.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        while (start >= 0 && (Joins(said, start - 1, start) || Joins(said, start + name.Length - 1, start + name.Length)))
            start = said.IndexOf(name, start + 1, StringComparison.OrdinalIgnoreCase);
        return start;
    }

    private static bool Joins(string text, int left, int right) =>
        left >= 0 && right < text.Length && char.IsAsciiLetterOrDigit(text[left]) && char.IsAsciiLetterOrDigit(text[right]);

    private static List<ModelResult<FoundChoice>> FindPlaces(string said, IList<Choice> list, IEnumerable<FoundNumber> numbers) =>
        [.. numbers
            .Where(number => number.Value >= 1 && number.Value <= list.Count && number.Value == decimal.Truncate(number.Value))
            .Select(number => Result(said, number.Start, number.Length, list, (int)number.Value - 1, 1, null))];

    private static ModelResult<FoundChoice> Result(string said, int start, int length, IList<Choice> list, int index, float score, string synonym) => new()
    {
        Start = start,
        End = start + length - 1,
        Text = said.Substring(start, length),
        TypeName = "choice",
        Resolution = new FoundChoice { Value = list[index].Value, Index = index, Score = score, Synonym = synonym },
    };

    private static readonly char[] Punctuation = [.. " 。，,.!！~～?？;；:：、"];
}
