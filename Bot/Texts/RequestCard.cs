namespace PlanBot.Texts;

/// <param name="Tasks">What it is about; empty where the line says it.</param>
internal sealed record RequestLines(string Line, IReadOnlyList<string> Tasks);

/// <summary>Requests that wait for a decision, as a card.</summary>
internal static class RequestCard
{
    /// <param name="reply">Its buttons are two for each request, in the order of <paramref name="numbers"/>.</param>
    public static CardContent Of(Reply reply, string title, IReadOnlyList<RequestLines> requests, IReadOnlyList<int> numbers) => new(CardLayout.Text, reply.Text, CardSubject.Question)
    {
        Title = title.TrimEnd('：', ':'),
        Groups = [.. requests.Select(request => new CardGroup(null, [new CardRow(request.Line), .. request.Tasks.Select(task => new CardRow(task))]))],
        Buttons = [.. reply.Buttons.Select((button, index) => CardButton.Of(button) with
        {
            About = CardSubject.Request(numbers[index / 2]), Style = index == 0 && numbers.Count == 1 ? CardButtonStyle.Main : CardButtonStyle.Plain,
        })],
    };
}
