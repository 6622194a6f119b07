namespace PlanBot.Texts;

/// <summary>Why a file is refused as a notice, or what a reader of its preview should check.</summary>
/// <remarks>Drafts of imports keep the numbers: what is new comes last.</remarks>
public enum NoticeIssue
{
    EmptyFile = 1,
    TooLarge,
    BinaryWord,
    UnknownFormat,
    UnreadableText,
    NotANotice,
    GluedTable,
    PrintedTable,
    EmptiedTable,
    Encrypted,
    Macros,
    TooManyRows,
    Unpacked,
    NeedsConverter,
    TimeLimit,
    NoTextLayer,

    TasksMissing,
    LayoutNotRead,
    TitleMissing,
    DateMissing,
    DocumentNumberDamaged,
    CountDiffers,
    TasksAnnounced,
    TitleDoubtful,
    TitleFromLetter,
    ManyFiles,

    NoUnit,
    NotPlaced,
    UnknownColumn,
    OpenList,
    LevelAdded,
    DoubtfulUnit,
    BracketMissing,
    YearAdded,
    UnreadDate,
    WrongWeekday,
    CellsUnclear,
    MarksUnclear,
    UnknownMarker,
    PersonLeftOut,

    NoDueDay,
    PeriodUnclear,
    ShiftUnclear,
    FirstPeriodUnknown,
    SecondRule,
    OneOffReport,
    AfterEvent,
    SecondContact,
    TimeUnclear,
    SeveralRules,
    SectionsUnclear,

    Picture,
    Archive,
    EncryptedArchive,
    NothingAssigned,
    TaskFromProse,
    DittoTaken,
    DittoUnread,
    NoLeadNamed,
    NobodyReports,
}

/// <summary>The sentences of an import: refusals with their remedy, and what to check in a preview.</summary>
public static class NoticeTexts
{
    /// <param name="subject">Words of the notice, a limit or a format; see <see cref="NoticeIssue"/>'s sentence.</param>
    public static string For(NoticeIssue issue, string subject, string detail, Language language)
    {
        var (chinese, english) = Sentences(issue, subject, detail);
        return language == Language.Chinese ? chinese : english;
    }

    private static (string Chinese, string English) Converter(string kind) => kind == "PDF" ? (" pdftotext（poppler-utils）", "pdftotext (poppler-utils)") : (" LibreOffice", "LibreOffice");

    private static (string Chinese, string English) Sentences(NoticeIssue issue, string subject, string detail) => issue switch
    {
        NoticeIssue.EmptyFile => ("文件没有内容，请重新保存后再导入。", "The file is empty; please save the notice again and import it."),
        NoticeIssue.TooLarge => ($"文件超过{subject}，不像一份通知；请只保留通知正文和附件后再导入。", $"The file is larger than {subject}, too large for a notice; please keep only the notice and its attachment."),
        NoticeIssue.BinaryWord => ("这是旧版文件（.doc、.wps、.xls），无法读取；请另存为 .docx 或纯文本（.txt）后再导入。", "This is an old binary office file (.doc, .wps, .xls); please save it as .docx, .xlsx or plain text (.txt) and import that."),
        NoticeIssue.UnknownFormat => ($"暂不能读取{subject}文件；请另存为 .docx 或纯文本（.txt）后再导入。", $"Files of the kind {subject} cannot be read; please save the notice as .docx or plain text (.txt)."),
        NoticeIssue.UnreadableText => ("文字编码无法识别或文件已损坏；请用 UTF-8 编码重新保存后再导入。", "The text is damaged or its encoding is unknown; please save it as UTF-8 and import it again."),
        NoticeIssue.NotANotice => ("没有找到通知标题、任务和报送要求，这不像一份任务通知；请检查是否选错了文件。", "No title, tasks or reporting rule were found, so this is no notice; please check that it is the right file."),
        NoticeIssue.GluedTable => ("表格的单元格边界已丢失，无法判断任务与单位的对应关系；请提供带表格的原文。", "The table has lost its cell borders, so tasks and units cannot be told apart; please get the original with its table."),

        NoticeIssue.PrintedTable => ("PDF 里的表格折了行，无法可靠地还原各单元格；请提供 Word 或 Excel 原文，或用 WPS、Word 把 PDF 转成 .docx 后再导入。", "The table in this PDF has cells broken over lines, so they cannot be told apart for certain; please get the Word or Excel original, or convert the PDF to .docx first."),
        NoticeIssue.EmptiedTable => ("任务表的内容是空的，只剩表头；请提供填好内容的原文。", "The task table has been emptied: only its header is left. Please get the original with its rows filled."),
        NoticeIssue.Encrypted => ("文件设有打开密码，无法读取；请去掉密码另存后再导入。", "The file is protected by a password; please save it without one and import it again."),
        NoticeIssue.Macros => ("文件带有宏，不予打开；请另存为不带宏的格式（.docx、.xlsx）后再导入。", "The file carries macros and is not opened; please save it without them (.docx, .xlsx) and import it again."),
        NoticeIssue.TooManyRows => ($"表格超过{subject}，不像一份任务表；请只保留任务表后再导入。", $"The tables exceed {subject}, too large for a notice; please keep only the task table."),
        NoticeIssue.Unpacked => ($"文件解开后超过{subject}，未继续读取；请只保留通知正文和附件后再导入。", $"Unpacked, the file exceeds {subject} and was not read further; please keep only the notice and its attachment."),
        NoticeIssue.NeedsConverter => (
            $"读取{subject}文件需要在服务器上安装{Converter(subject).Chinese}；也可以另存为 .docx、.xlsx 或纯文本（.txt）后再导入。",
            $"To read files of the kind {subject}, {Converter(subject).English} must be installed on the server; or save the notice as .docx, .xlsx or plain text (.txt)."),
        NoticeIssue.NoTextLayer => ("这份 PDF 里没有文字，大概是扫描件；请提供文字版，或识别成文字后再导入。", "This PDF holds no text, so it is probably scanned; please get one with text, or have its text recognised first."),
        NoticeIssue.TimeLimit => ("读取这个文件用时过长，已停止；请另存为 .docx 或纯文本（.txt）后再导入。", "Reading this file took too long and was stopped; please save it as .docx or plain text (.txt) and import that."),

        NoticeIssue.Picture => ($"这是一张图片（{subject}），不是文字文件；请提供 Word、Excel 或文字版，或先识别成文字。", $"This is a picture ({subject}) and not a document; please get the notice as text, or have its text recognised first."),
        NoticeIssue.Archive => ("这是压缩包；请先解压，再导入里面的通知。", "This is an archive; please unpack it and import the notice that it holds."),
        NoticeIssue.EncryptedArchive => ("这是加密的压缩包；请先用密码解压，再导入里面的通知。", "This is an archive packed with a password; please unpack it and import the notice that it holds."),

        NoticeIssue.NothingAssigned => ("没有读到任务：正文里没有写明由哪个单位做什么的条款、表格或“责任单位：”。请核对文件，或在网页的导入预览里逐项添加。", "No task was found: no item, table or list of units in the text says which unit does what. Please check the file, or add the tasks one by one in the import preview of the dashboard."),
        NoticeIssue.TaskFromProse => ($"这一段没有“责任单位：”，按“{subject}”理解为任务，请核对任务和单位。", $"This paragraph lists no units; it was read as a task from \"{subject}\". Please check the task and its units."),
        NoticeIssue.TasksMissing => ("没有读到任务，附件可能不在文件里；只导入通知、报送要求和联系人。请补充附件后重新导入。", "No tasks were found; the attachment may be missing. Only the plan, its rule and its contact are imported; please add the attachment and import again."),
        NoticeIssue.LayoutNotRead => ("从这一行起像是一张任务表，但每行的单元格没有用“|”分开，未作读取。", "A task table seems to begin here, but its cells are not separated by | and were not read."),
        NoticeIssue.TitleMissing => ("没有找到标题，请在预览中补充。", "No title was found; please add one in the preview."),
        NoticeIssue.DateMissing => ("没有找到成文日期。", "No date of the notice was found."),
        NoticeIssue.DocumentNumberDamaged => ($"发文字号“{subject}”似有缺字，未采用。", $"The document number \"{subject}\" seems damaged and was left out."),
        NoticeIssue.CountDiffers => ($"文中写明{subject}，实际读到{detail}项任务。", $"The notice announces {subject}, but {detail} tasks were read."),

        NoticeIssue.TasksAnnounced => ($"文中写明{subject}，但文件里没有读到任务；请补充附件后重新导入。", $"The notice announces {subject}, but the file holds no tasks; please add the attachment and import again."),
        NoticeIssue.TitleDoubtful => ($"标题“{subject}”可能混入了别的文字，请核对。", $"The title \"{subject}\" may hold words that are not part of it; please check."),
        NoticeIssue.TitleFromLetter => ($"没有找到标题，取正文所印发的“{subject}”为标题，请核对。", $"No title was found; \"{subject}\", which the letter sends out, was taken. Please check."),
        NoticeIssue.ManyFiles => ($"一次只能导入一份通知，其余文件未读取：“{subject}”。", $"One notice is imported at a time; these files were not read: \"{subject}\"."),

        NoticeIssue.NoUnit => ($"任务“{subject}”没有写明责任单位，未作为任务导入。", $"Item \"{subject}\" names no unit and was not imported as a task."),
        NoticeIssue.NotPlaced => ($"“{subject}”无法归入任何任务，未导入。", $"\"{subject}\" could not be placed and was left out."),
        NoticeIssue.UnknownColumn => ($"表格栏目“{subject}”含义不明，未读取。", $"The column \"{subject}\" is not known and was not read."),
        NoticeIssue.OpenList => ($"名单“{subject}”以“等”收尾，只导入写明的单位。", $"The list \"{subject}\" is open (等); only the units it names were imported."),
        NoticeIssue.LevelAdded => ($"“{subject}”中的单位没有写明级别，按发文机关理解为“{detail}”，请核对。", $"Units in \"{subject}\" are written without their level and were read as \"{detail}\" after the issuing organ; please check."),
        NoticeIssue.DoubtfulUnit => ($"“{subject}”不像一个单位名称，请核对。", $"\"{subject}\" does not look like one unit; please check."),
        NoticeIssue.BracketMissing => ($"“{subject}”缺少右括号，已读到本段末尾，请核对。", $"\"{subject}\" has no closing bracket and was read to the end of its paragraph; please check."),
        NoticeIssue.YearAdded => ($"“{subject}”没有写年份，按通知理解为{detail}，请核对。", $"\"{subject}\" has no year; it was read as {detail} after the notice. Please check."),
        NoticeIssue.UnreadDate => ($"时限“{subject}”没有可以确定的日期，只保留原文。", $"\"{subject}\" names no definite date; only its words were kept."),
        NoticeIssue.WrongWeekday => ($"“{subject}”的日期与星期不符，按日期导入，请核对。", $"In \"{subject}\" the date and the weekday disagree; the date was taken. Please check."),
        NoticeIssue.CellsUnclear => ($"这一行的单元格无法确定属于哪一栏，请核对：“{subject}”。", $"It is not certain which columns the cells of this row belong to; please check: \"{subject}\"."),
        NoticeIssue.MarksUnclear => ($"表中的标记“{subject}”没有说明含义，这样标记的单位按责任单位导入，请核对谁牵头、谁配合。", $"Nothing explains the mark \"{subject}\" of the table; units marked so were imported as responsible. Please check who leads and who helps."),
        NoticeIssue.UnknownMarker => ($"“{subject}”不是责任单位或配合单位，未作为单位导入。", $"\"{subject}\" names neither who is responsible nor who helps and was not imported."),
        NoticeIssue.PersonLeftOut => ($"“{subject}”是人员，未导入。", $"\"{subject}\" names persons and was left out."),

        NoticeIssue.DittoTaken => ($"“{subject}”按上一项理解为“{detail}”，请核对。", $"\"{subject}\" was read as what stands above: \"{detail}\". Please check."),
        NoticeIssue.DittoUnread => ($"“{subject}”前面没有可以沿用的单位，未导入，请补上。", $"Nothing stands above \"{subject}\" that it could mean; it was left out. Please add the unit."),
        NoticeIssue.NoLeadNamed => ($"通知要求牵头单位报送，但任务“{subject}”没有写明牵头单位，按其责任单位都要报送理解，请核对。", $"Lead units report, but of task \"{subject}\" none is named; all units responsible for it were taken to report. Please check."),
        NoticeIssue.NobodyReports => ($"通知要求牵头单位报送，但任务“{subject}”只有配合单位，没有单位会被要求报送，请补上牵头单位。", $"Lead units report, but task \"{subject}\" has only units that help: nobody will be asked about it. Please add who leads."),

        NoticeIssue.NoDueDay => ("报送要求没有写明可以确定的报送日，请在预览中选择。", "The reporting rule names no definite due day; please choose one in the preview."),
        NoticeIssue.PeriodUnclear => ($"“{subject}”没有写明报送的是本期还是上期，按本期理解，请核对。", $"\"{subject}\" does not say whether it reports on this period or the last; this one was assumed. Please check."),
        NoticeIssue.ShiftUnclear => ($"“{subject}”只能按顺延到下一个工作日处理，请核对。", $"\"{subject}\" can only be kept as a move to the next working day; please check."),
        NoticeIssue.FirstPeriodUnknown => ("无法确定首个报告期，请在预览中选择。", "The first reporting period is not known; please choose one in the preview."),
        NoticeIssue.SecondRule => ($"另有一条报送要求未导入：“{subject}”。", $"Another reporting rule was left out: \"{subject}\"."),
        NoticeIssue.OneOffReport => ($"另有一次性报送事项未导入：“{subject}”。", $"A one-off report was left out: \"{subject}\"."),
        NoticeIssue.AfterEvent => ($"按事项计时的报送要求无法排期：“{subject}”。", $"A report due after an event cannot be scheduled: \"{subject}\"."),
        NoticeIssue.SecondContact => ($"另有联系人未导入：“{subject}”。", $"Another contact was left out: \"{subject}\"."),
        NoticeIssue.TimeUnclear => ($"“{subject}”没有写明几点，按当天理解，请核对。", $"\"{subject}\" names no hour; the whole day was taken. Please check."),
        NoticeIssue.SeveralRules => ($"同一句中有几条报送要求，只采用了“{detail}”，请核对：“{subject}”。", $"One sentence states several reporting rules; only \"{detail}\" was taken. Please check: \"{subject}\"."),
        NoticeIssue.SectionsUnclear => ($"无法确定报告应分哪几项，请核对：“{subject}”。", $"It is not certain which sections the report has; please check: \"{subject}\"."),
        _ => throw new ArgumentOutOfRangeException(nameof(issue), issue, null),
    };
}
