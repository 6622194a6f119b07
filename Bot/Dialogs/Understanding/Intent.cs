namespace PlanBot.Dialogs.Understanding;

/// <summary>What an utterance is about; the names are those of <c>Rules/intents.txt</c>.</summary>
public enum Intent
{
    None = 0,

    // The conversation itself.
    Help, Cancel, Confirm, No, More, Greeting, Thanks, Fragment,

    /// <summary>撤销: take back what was just done.</summary>
    Undo,

    /// <summary>Why the last message was understood as it was.</summary>
    Explain,

    /// <summary>English please: in what language to be answered.</summary>
    SpeakLanguage,

    /// <summary>The weather, the time of day: nothing that is known here.</summary>
    OffTopic,

    /// <summary>忙死了, haha: said to pass the time.</summary>
    SmallTalk,

    // A contact's own reports.
    MyTasks, MyReport, MyStatus, StartReport, Form, Nil, KeepDraft, ResumeDraft, EditReport, CarryOver,

    /// <summary>撤回: a submitted report is taken back before the due date.</summary>
    Withdraw,

    /// <summary>撤回申请, 我不延期了: a request that waits for the coordinators is taken back by whoever made it.</summary>
    TakeBackRequest,

    /// <summary>草稿不要了.</summary>
    DropDraft,

    /// <summary>确认之后还能改吗, 报错了怎么办.</summary>
    HowToCorrect,

    /// <summary>要领导签字吗.</summary>
    NeedsSignOff,

    /// <summary>有字数限制吗.</summary>
    LengthLimit,

    /// <summary>现在还能补吗: whether it can still be reported.</summary>
    StillTime,

    /// <summary>你是真人还是机器人.</summary>
    WhoAreYou,

    /// <summary>别的单位看得到我们报的吗: who reads what is reported.</summary>
    WhoSees,

    /// <summary>进展和成效有什么区别: what belongs into which section.</summary>
    WhatBelongs,

    /// <summary>直接打字报可以吗, 填完怎么给你: in what ways it can be reported.</summary>
    HowToReport,

    /// <summary>逾期会怎么样: what follows when it comes late.</summary>
    IfLate,

    /// <summary>没答复之前还要报吗: what holds until a request is decided.</summary>
    UntilDecided,

    /// <summary>这两天忙疯了, 好的我下午报: busy, or a promise; it wants no more than a kind word.</summary>
    NotNow,

    /// <summary>Versions of a report, and what changed from one to the next.</summary>
    Differences,

    // Questions about a period.
    WhoOverdue, WhoMissing, WhoReported, AllIn, Rate, UnitStatus, ReadReport, DueDate,

    /// <summary>On-time rate and completeness over several periods.</summary>
    Trend,

    /// <summary>The problems that units reported.</summary>
    Problems,

    /// <summary>下级进展: how far the plans below are with the tasks of this one.</summary>
    ChildProgress,

    /// <summary>谁联系不上.</summary>
    Unreachable,

    /// <summary>教委收到提醒没: whether the last message to a unit's contact arrived.</summary>
    Delivered,

    /// <summary>4月26号上班吗, 清明放几天假: whether a day is worked, how long a holiday is.</summary>
    Calendar,

    /// <summary>Who changed what.</summary>
    Audit,

    /// <summary>给我两三句话，好转给领导: how the period stands, in a few sentences.</summary>
    Brief,

    /// <summary>哪家提到经费了: which units wrote of something.</summary>
    Mentions,

    /// <summary>是按单位算还是按任务算: what the figures count.</summary>
    HowCounted,

    /// <summary>没交的在表里怎么体现: what the export holds.</summary>
    HowExported,

    /// <summary>刚才发了几家, 两件都办完了没: what was done in this conversation a moment ago.</summary>
    WhatWasDone,

    /// <summary>昨天那轮提醒发了多少人, 每家收了几条: what was sent so far.</summary>
    SentReminders,

    /// <summary>交了是不是就不发了: when reminders go out, and when they stop.</summary>
    HowReminded,

    /// <summary>有没有暂停的: whose reminders rest.</summary>
    Paused,

    /// <summary>谁负责催报: who runs the plan.</summary>
    WhoRuns,

    /// <summary>打扰了大家多少: messages, minutes and questions that the reporting has cost.</summary>
    Burden,

    /// <summary>钉钉额度够用吗: what a collection takes of a channel's monthly quota.</summary>
    Quota,

    /// <summary>提醒节点有哪些: the steps of a plan's ladder.</summary>
    Ladder,

    /// <summary>加一个节点, 把第4个改到10点: the ladder of a plan is changed.</summary>
    ChangeLadder,

    /// <summary>压住下一次提醒, 现在就发: something is ordered for one step.</summary>
    OrderStep,

    /// <summary>What the next reminder step will send, and to whom.</summary>
    PreviewReminders,

    /// <summary>Who the contact of a unit is.</summary>
    WhoIsContact,

    /// <summary>Requests that wait for the coordinator: extensions, handovers, claims.</summary>
    Requests,

    /// <summary>How many people PlanBot knows.</summary>
    People,

    /// <summary>删除教委的报告: nothing is ever deleted; said what can be done instead.</summary>
    Delete,

    // Things done to the plan.
    Urge, Extend, Waive, Return, Accept, Broadcast, ChangeContact, Handover, NotOurs, Snooze, Export,

    /// <summary>The unit's leader agrees to a report.</summary>
    SignOff,

    /// <summary>The coordinator answers a request: 同意申请3, 不同意申请3.</summary>
    Grant, Decline,

    /// <summary>我下周休假，由李强代: a contact is away for some days.</summary>
    Absence,

    /// <summary>我回来了, 销假.</summary>
    BackAgain,

    /// <summary>我换手机号了: a contact's own telephone or mail is another.</summary>
    OwnDetails,

    Invite, PauseReminders, ResumeReminders,

    /// <summary>下季度接着盯, 解决了，销号: what a coordinator decides about a problem that a unit reported.</summary>
    FollowProblem, CloseProblem,

    /// <summary>A notice is to be imported; it comes as a file.</summary>
    ImportNotice,

    /// <summary>跟数据共享沾边的是谁家的: which tasks are about something.</summary>
    FindTasks,

    /// <summary>一季度关账: a period is closed before the next one's collection closes it.</summary>
    ClosePeriod,

    /// <summary>上季度说的下一步兑现了没: what was planned, beside what came of it.</summary>
    Promises,

    /// <summary>县工信局也叫县工信委: another name of a unit.</summary>
    NameUnit,

    /// <summary>看板: the way in to the dashboard.</summary>
    Dashboard,

    /// <summary>现在有几个计划: the plans that run.</summary>
    WhichPlans,

    /// <summary>谁延期了: who was given more time.</summary>
    Extended,

    /// <summary>有哪些任务: the tasks of a plan.</summary>
    PlanTasks,

    /// <summary>怎么给单位延期, how do I send something back: what is to be said to have a thing done.</summary>
    HowToDo,
}
