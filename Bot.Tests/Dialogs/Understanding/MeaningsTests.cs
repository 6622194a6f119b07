using PlanBot.Dialogs.Understanding;
using PlanBot.Texts;

namespace PlanBot.Tests.Dialogs.Understanding;

/// <summary>What a button says when the bot asks back must be understood as just that.</summary>
public sealed class MeaningsTests
{
    public static TheoryData<Intent, Language> Known
    {
        get
        {
            var rows = new TheoryData<Intent, Language>();
            foreach (var intent in Meanings.Known)
            {
                rows.Add(intent, Language.Chinese);
                rows.Add(intent, Language.English);
            }
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Known))]
    public void A_sentence_is_understood_as_its_intent(Intent intent, Language language)
    {
        var task = TaskNames.Ordinal(2, language);
        var period = PeriodNames.Of(new(2020, 1), language);
        foreach (var sentence in new[] { Meanings.Sentence(intent, language, "市教委", period, task, 3), Meanings.Sentence(intent, language, "市教委", request: 3) })
        {
            var understood = Understand.Utterance(sentence!, TianjinUnits.All);

            Assert.Equal((sentence, intent), (sentence, understood.Intent));
            Assert.True(understood.Confidence >= 0.7, $"{sentence}: {understood.Confidence:0.00}");
        }
    }
}
