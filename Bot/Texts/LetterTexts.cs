using PlanBot.Data.Model;
using PlanBot.Domain;

namespace PlanBot.Texts;

/// <summary>Words of letters, by what they tell.</summary>
public static class LetterTexts
{
    public static Reply Write(LetterBody letter, Person to, Language language) => letter switch
    {
        RulingLetter ruling => RulingTexts.Letter(ruling, language),
        RequestLetter request => RequestTexts.Letter(request, language),
        DecisionLetter decision => RequestTexts.Decision(decision, language),
        WithdrawnLetter withdrawn => WithdrawalTexts.Letter(withdrawn, language),
        TakenBackLetter taken => RequestTexts.TakenBack(taken, language),
        ContactLetter contact => ContactTexts.Letter(contact, language),
        SignOffLetter signOff => RulingTexts.AskSignOff(signOff, language),
        AbsenceLetter absence => AbsenceTexts.Letter(absence, language),
        MovedLetter moved => DueTexts.Moved(moved, language),
        QuotaLetter quota => QuotaTexts.Alarm(quota, language),
        EscalationLetter escalation => StepTexts.AskToEscalate(escalation, language),
        AnnouncementLetter announcement => BroadcastTexts.Letter(announcement.Text, language),
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter.GetType().Name, "Nobody has worded this letter"),
    };
}
