using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Dialogs;

/// <summary>What was offered when the bot had to ask back: likely meanings, or plans.</summary>
public sealed record Choices(IReadOnlyList<Choice> Options)
{
    /// <summary>The option that an answer chooses: its number, its words, or words that only one of them holds. Null when the answer is something else.</summary>
    public Choice? Chosen(Understood said)
    {
        var plain = said.Plain;
        if (plain.Length == 0)
            return null;
        // 是的, where one thing only was offered.
        if (Options is [{ PlanId: null } alone] && said is { Intent: Intent.Confirm, Leftover.Length: 0 } && said.IsSure(0.7))
            return alone;
        var number = Numbers.Parse(plain) ?? (TaskLike(plain) is { } ordinal ? ordinal : null);
        if (number is >= 1 && number <= Options.Count)
            return Options[number.Value - 1];
        if (said.Plans is [var plan] && said.Intent is Intent.Fragment or Intent.None && Options.FirstOrDefault(option => option.PlanId == plan) is { } ofPlan)
            return ofPlan;
        var holding = Options.Where(option => plain.Length > 1 && (Spelling.Plain(option.Title).Contains(plain, StringComparison.Ordinal) || Spelling.Plain(option.Message) == plain)).ToList();
        return holding is [var only] ? only : null;
    }

    public IReadOnlyList<ReplyButton> Buttons => [.. Options.Take(6).Select(option => new ReplyButton(TaskNames.Cut(option.Title, 40), option.Message))];

    /// <summary>第二个, 选2, the second one.</summary>
    private static int? TaskLike(string plain)
    {
        var word = plain.Replace("the ", "", StringComparison.Ordinal).Replace(" one", "", StringComparison.Ordinal).Trim('第', '个', '选', '种', '项', '条');
        return word.Length is > 0 and <= 6 ? Numbers.Parse(word) : null;
    }
}

/// <param name="Title">What the button shows.</param>
/// <param name="Message">What choosing it says.</param>
/// <param name="PlanId">Where plans were offered.</param>
public sealed record Choice(string Title, string Message, Guid? PlanId = null);
