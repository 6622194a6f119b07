using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs.Choices;

public class Choice(string value = null)
{
    /// <summary>What the prompt ends with.</summary>
    [JsonProperty("value")]
    public string Value { get; set; } = value;

    /// <summary>The button, when it shall say or do something else than the value.</summary>
    [JsonProperty("action")]
    public CardAction Action { get; set; }

    [JsonProperty("synonyms")]
    public List<string> Synonyms { get; set; }
}

public class FoundChoice
{
    public string Value { get; set; }

    /// <summary>From 0.</summary>
    public int Index { get; set; }

    /// <summary>1 for an exact answer, less the more else was said.</summary>
    public float Score { get; set; }

    /// <summary>The words of the choice that were met; null when a number or place chose it.</summary>
    public string Synonym { get; set; }
}

public class ModelResult<T>
{
    public string Text { get; set; }

    public int Start { get; set; }

    /// <summary>The last character's place, not the one behind it.</summary>
    public int End { get; set; }

    public string TypeName { get; set; }

    public T Resolution { get; set; }
}

/// <summary>How choices are shown; <see cref="Auto"/> takes the best that the channel has.</summary>
public enum ListStyle
{
    None,
    Auto,
    Inline,
    List,
    SuggestedAction,
    HeroCard,
}

public class FindChoicesOptions
{
    /// <summary>Leaves the values out of the search.</summary>
    public bool NoValue { get; set; }

    /// <summary>Leaves the titles of the buttons out of the search.</summary>
    public bool NoAction { get; set; }

    public bool RecognizeNumbers { get; set; } = true;

    public bool RecognizeOrdinals { get; set; } = true;
}
