namespace PlanBot.Data.Queries;

/// <summary>What must hold in every ledger at every instant: one statement for each rule, which finds the rows that break it.</summary>
/// <remarks>Each gives <c>id</c> and <c>detail</c> as text. Numbers are those of the enums: obligation states 1 Pending, 2 Draft, 3 AwaitingSignOff, 4 Submitted, 5 Accepted,
/// 6 Returned, 7 Waived; reminder states 1 Queued, 2 Leased, 3 Sent, 4 Skipped, 5 Failed, 6 Recalled.</remarks>
internal static class LedgerRules
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        // A submission is one transaction: entry, sections, the obligation's new version, the audit row.
        ["versions"] = """
            SELECT CAST(o.id AS text) AS id, 'version ' || o.version || ', entries ' || COALESCE(e.entries, 0) || ', latest ' || COALESCE(e.latest, 0) AS detail
              FROM obligation o
              LEFT JOIN (SELECT obligation_id, count(*) AS entries, max(version) AS latest FROM progress_entry GROUP BY obligation_id) e ON e.obligation_id = o.id
             WHERE o.version <> COALESCE(e.entries, 0) OR o.version <> COALESCE(e.latest, 0)
            """,
        ["state"] = """
            SELECT CAST(id AS text) AS id, 'state ' || state || ', version ' || version AS detail
              FROM obligation
             WHERE (state IN (1, 2) AND version > 0 AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.subject_id = obligation.id AND a.action = 'withdraw-report')) OR (state IN (3, 4, 5, 6) AND version = 0)
                OR (state IN (1, 2, 6) AND submitted_at IS NOT NULL) OR (state IN (3, 4, 5) AND submitted_at IS NULL)
            """,
        // The round's first version decides whether a report was late.
        ["submitted-at"] = """
            SELECT CAST(o.id AS text) AS id, 'submitted ' || CAST(o.submitted_at AS text) AS detail
              FROM obligation o
             WHERE o.submitted_at IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM progress_entry e WHERE e.obligation_id = o.id AND e.submitted_at = o.submitted_at)
            """,
        // No calendar reaches it, so nobody is reminded of it; nothing that the program takes can set it.
        ["due-out-of-reach"] = """
            SELECT CAST(id AS text) AS id, 'due ' || CAST(due_on AS text) AS detail FROM obligation WHERE due_on < '1900-01-01' OR due_on > '9000-12-31'
            """,
        ["sections"] = """
            SELECT CAST(e.id AS text) AS id, 'version ' || e.version AS detail
              FROM progress_entry e
              JOIN obligation o ON o.id = e.obligation_id
              JOIN reporting_period p ON p.id = o.period_id
             WHERE (SELECT count(*) FROM progress_entry_section s WHERE s.entry_id = e.id) < (SELECT count(*) FROM report_section r WHERE r.plan_id = p.plan_id)
            """,
        ["drafts"] = """
            SELECT CAST(o.id AS text) AS id, 'state ' || o.state AS detail
              FROM obligation o
              LEFT JOIN report_draft d ON d.obligation_id = o.id
             WHERE (o.state = 2 AND d.obligation_id IS NULL) OR (o.state = 1 AND d.obligation_id IS NOT NULL)
            """,
        ["assignments"] = """
            SELECT CAST(o.id AS text) AS id, '' AS detail
              FROM obligation o
              JOIN assignment a ON a.id = o.assignment_id
              JOIN plan_task t ON t.id = o.task_id
              JOIN reporting_period p ON p.id = o.period_id
             WHERE a.task_id <> o.task_id OR a.unit_id <> o.unit_id OR t.plan_id <> p.plan_id
            """,
        ["due-dates"] = """
            SELECT CAST(o.id AS text) AS id, CAST(o.due_on AS text) || ' / ' || CAST(p.due_on AS text) AS detail
              FROM obligation o
              JOIN reporting_period p ON p.id = o.period_id
             WHERE o.round = 0 AND (o.due_on <> p.due_on OR o.due_at <> p.due_at)
            """,
        // What is owed is written with its period, by whoever had a share then. A group (kind 2) owes nothing itself. Where lead units report (lead_only), those responsible (role 3)
        // owe a task that names no lead; periods that were opened before that was so are no fault: UnaskedQuery tells of them.
        ["periods"] = """
            SELECT CAST(p.id AS text) AS id, p.period AS detail
              FROM reporting_period p
              JOIN plan ON plan.id = p.plan_id
             WHERE NOT EXISTS (SELECT 1 FROM obligation o WHERE o.period_id = p.id)
               AND EXISTS (SELECT 1 FROM plan_task t
                             JOIN assignment a ON a.task_id = t.id
                             JOIN unit u ON u.id = a.unit_id
                            WHERE t.plan_id = p.plan_id AND u.kind = 1
                              AND (a.role = 1 OR NOT plan.lead_only)
                              AND (a.added_at IS NULL OR a.added_at <= p.opened_at) AND (a.dropped_at IS NULL OR a.dropped_at > p.opened_at))
            """,
        ["import-audit"] = """
            SELECT CAST(plan.id AS text) AS id, plan.title AS detail
              FROM plan
             WHERE (SELECT count(*) FROM audit WHERE audit.subject_id = plan.id AND audit.action = 'import-plan') <> 1
            """,
        ["report-audit"] = """
            SELECT CAST(e.id AS text) AS id, 'version ' || e.version AS detail
              FROM progress_entry e
             WHERE (SELECT count(*) FROM audit a
                     WHERE a.subject_id = e.obligation_id AND a.action = 'submit-report' AND a.at = e.submitted_at AND a.person_id = e.author_id
                       AND a.channel = e.channel AND a.after LIKE '%' || lower(CAST(e.id AS text)) || '%') <> 1
            """,
        ["audited-report"] = """
            SELECT CAST(a.id AS text) AS id, COALESCE(a.after, '') AS detail
              FROM audit a
             WHERE a.action = 'submit-report'
               AND NOT EXISTS (SELECT 1 FROM progress_entry e
                                WHERE e.obligation_id = a.subject_id AND e.submitted_at = a.at AND a.after LIKE '%' || lower(CAST(e.id AS text)) || '%')
            """,
        ["reminder-twice"] = """
            SELECT CAST(min(CAST(id AS text)) AS text) AS id, step AS detail
              FROM reminder GROUP BY person_id, plan_id, period, step, round HAVING count(*) > 1
            """,
        ["reminder-state"] = """
            SELECT CAST(id AS text) AS id, 'state ' || state AS detail
              FROM reminder
             WHERE (state = 2 AND leased_until IS NULL) OR (state = 3 AND (sent_at IS NULL OR channel IS NULL))
                OR (state IN (4, 5, 6) AND outcome IS NULL) OR (state <> 3 AND sent_at IS NOT NULL)
            """,
        ["message"] = """
            SELECT CAST(message_id AS text) AS id, count(DISTINCT person_id) || ' people' AS detail
              FROM reminder GROUP BY message_id HAVING count(DISTINCT person_id) > 1
            """,
        // The browser's reminder is an activity whose id is the message's.
        ["reminder-shown"] = $"""
            SELECT CAST(r.message_id AS text) AS id, r.step AS detail
              FROM reminder r
             WHERE r.state = 3 AND r.channel = 'directline' AND NOT EXISTS ({Shown})
            """,
        ["shown-unsent"] = $"""
            SELECT CAST(r.message_id AS text) AS id, r.step || ': ' || COALESCE(r.outcome, '') AS detail
              FROM reminder r
             WHERE r.state IN (4, 5, 6) AND NOT EXISTS (SELECT 1 FROM reminder other WHERE other.message_id = r.message_id AND other.state IN (1, 2, 3)) AND EXISTS ({Shown})
            """,
        ["chat"] = """
            SELECT c.id, 'last ' || c.last_sequence || ', written ' || count(a.sequence) || ' up to ' || COALESCE(max(a.sequence), 0) AS detail
              FROM chat_conversation c
              LEFT JOIN chat_activity a ON a.conversation_id = c.id
             GROUP BY c.id, c.last_sequence
            HAVING c.last_sequence <> COALESCE(max(a.sequence), 0) OR c.last_sequence <> count(a.sequence)
            """,
    };

    private const string Shown = """
        SELECT 1 FROM channel_identity i
          JOIN chat_conversation c ON c.user_id = i.user_id
          JOIN chat_activity a ON a.conversation_id = c.id AND a.activity_id = lower(replace(CAST(r.message_id AS text), '-', ''))
         WHERE i.person_id = r.person_id AND i.channel = 'directline'
        """;
}
