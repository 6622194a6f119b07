using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

/// <summary>How choices are joined into a sentence; null means the English way.</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions()
    {
    }

    public ChoiceFactoryOptions(string inlineSeparator, string inlineOr, string inlineOrMore, bool? includeNumbers) =>
        (InlineSeparator, InlineOr, InlineOrMore, IncludeNumbers) = (inlineSeparator, inlineOr, inlineOrMore, includeNumbers);

    [JsonProperty("inlineSeparator")]
    public string InlineSeparator { get; set; }

    /// <summary>Between two choices.</summary>
    [JsonProperty("inlineOr")]
    public string InlineOr { get; set; }

    /// <summary>Before the last of more than two.</summary>
    [JsonProperty("inlineOrMore")]
    public string InlineOrMore { get; set; }

    [JsonProperty("includeNumbers")]
    public bool? IncludeNumbers { get; set; }
}

/// <summary>The words that prompts use in one language.</summary>
internal sealed record ChoiceWords(string Yes, string No, ChoiceFactoryOptions Options)
{
    private static readonly ChoiceWords English = new("Yes", "No", new ChoiceFactoryOptions(", ", " or ", ", or ", true));
    private static readonly ChoiceWords Chinese = new("是的", "不", new ChoiceFactoryOptions("， ", " 要么 ", "， 要么 ", true));

    /// <returns>English where the locale is null or neither of the two.</returns>
    public static ChoiceWords For(string locale) => locale?.StartsWith("zh", StringComparison.OrdinalIgnoreCase) == true ? Chinese : English;
}
