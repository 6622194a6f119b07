namespace PlanBot.Data.Queries;

/// <summary>Conditions on a contact c on the day @today: who is asked for the unit's report.</summary>
internal static class Standing
{
    private const string First = "first.unit_id = c.unit_id AND first.kind = 1 AND (first.from_on IS NULL OR first.from_on <= @today) AND (first.until_on IS NULL OR first.until_on > @today)";

    private const string OnDay = "away.ended_at IS NULL AND away.from_on <= @today AND (away.until_on IS NULL OR away.until_on >= @today)";

    /// <summary>The contact who is there; the deputy of one who is away; a backup where there is no contact, or only contacts who are away without a deputy.</summary>
    public const string IsContact = $"""
        ((c.kind = 1 AND NOT EXISTS (SELECT 1 FROM absence away WHERE away.person_id = c.person_id AND {OnDay}))
         OR EXISTS (SELECT 1 FROM absence away JOIN contact first ON first.person_id = away.person_id
                     WHERE away.deputy_id = c.person_id AND {OnDay} AND {First})
         OR (c.kind = 2 AND NOT EXISTS (SELECT 1 FROM absence own WHERE own.person_id = c.person_id AND own.ended_at IS NULL
                                           AND own.from_on <= @today AND (own.until_on IS NULL OR own.until_on >= @today))
             AND NOT EXISTS (SELECT 1 FROM contact first
                              WHERE {First}
                                AND NOT EXISTS (SELECT 1 FROM absence away WHERE away.person_id = first.person_id AND away.deputy_id IS NULL AND {OnDay}))))
        """;
}
