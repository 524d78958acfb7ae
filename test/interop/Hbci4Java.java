import java.io.File;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.kapott.hbci.GV.HBCIJob;
import org.kapott.hbci.GV_Result.GVRKUms;
import org.kapott.hbci.GV_Result.GVRSaldoReq;
import org.kapott.hbci.callback.AbstractHBCICallback;
import org.kapott.hbci.callback.HBCICallback;
import org.kapott.hbci.manager.HBCIHandler;
import org.kapott.hbci.manager.HBCIUtils;
import org.kapott.hbci.passport.AbstractHBCIPassport;
import org.kapott.hbci.passport.HBCIPassport;
import org.kapott.hbci.passport.HBCIPassportInternal;
import org.kapott.hbci.status.HBCIExecStatus;
import org.kapott.hbci.structures.Konto;

/**
 * hbci4java, a FinTS client that is not ours, against `kontor demo-bank`: started by hbci4java.sh with port, login, PIN, TAN,
 * TAN method and a file for its passport. Prints a line per step and ends with 1 at the first that fails.
 */
public final class Hbci4Java {
  private static String port;
  private static String user;
  private static String pin;
  private static String tan;
  private static String method;
  private static int tansAsked = 0;

  /** Answers what hbci4java asks; the reason is the number of a question. */
  private static final class Answers extends AbstractHBCICallback {
    @Override
    public void log(String message, int level, Date date, StackTraceElement trace) {
      if (level <= HBCIUtils.LOG_WARN || System.getenv("HBCI_DEBUG") != null) System.err.println(message);
    }

    @Override
    public void callback(HBCIPassport passport, int reason, String message, int type, StringBuffer data) {
      String answer = switch (reason) {
        case HBCICallback.NEED_COUNTRY -> "DE";
        case HBCICallback.NEED_BLZ -> "00000000";
        case HBCICallback.NEED_HOST -> "127.0.0.1/fints";
        case HBCICallback.NEED_PORT -> port;
        case HBCICallback.NEED_FILTER -> "Base64";
        case HBCICallback.NEED_USERID, HBCICallback.NEED_CUSTOMERID -> user;
        case HBCICallback.NEED_PASSPHRASE_LOAD, HBCICallback.NEED_PASSPHRASE_SAVE -> "interop";
        case HBCICallback.NEED_PT_PIN -> pin;
        case HBCICallback.NEED_PT_SECMECH -> method;
        case HBCICallback.NEED_PT_TANMEDIA -> data.toString().split("\\|")[0];
        case HBCICallback.NEED_PT_TAN, HBCICallback.NEED_PT_PHOTOTAN, HBCICallback.NEED_PT_QRTAN -> {
          tansAsked += 1;
          yield tan;
        }
        default -> null;
      };
      if (answer != null) data.replace(0, data.length(), answer);
    }

    @Override
    public void status(HBCIPassport passport, int status, Object[] details) {
      if (System.getenv("HBCI_DEBUG") == null) return;
      if (status == HBCICallback.STATUS_MSG_RAW_SEND || status == HBCICallback.STATUS_MSG_RAW_RECV) System.err.println(status + " " + details[0]);
    }
  }

  public static void main(String[] arguments) throws Exception {
    port = arguments[0];
    user = arguments[1];
    pin = arguments[2];
    tan = arguments[3];
    method = arguments[4];
    Properties settings = new Properties();
    settings.setProperty("client.product.name", "0123456789ABCDEF012345678");
    settings.setProperty("client.product.version", "1.0");
    settings.setProperty("client.passport.default", "PinTan");
    settings.setProperty("client.passport.PinTan.filename", arguments[5]);
    settings.setProperty("client.passport.PinTan.init", "1");
    settings.setProperty("client.passport.PinTan.checkcert", "1");
    settings.setProperty("log.loglevel.default", System.getenv("HBCI_DEBUG") == null ? "2" : "5");
    HBCIUtils.init(settings, new Answers());
    HBCIPassportInternal passport = (HBCIPassportInternal) AbstractHBCIPassport.getInstance(new File(arguments[5]));
    HBCIHandler handler = new HBCIHandler("300", passport);
    step("system id and parameters", passport.getSysId().length() > 1 && passport.getBPD() != null && passport.getUPD() != null);

    Konto[] accounts = passport.getAccounts();
    Konto account = accounts[0];
    step("accounts: " + accounts.length, accounts.length == 4 && account.number.equals("4012557") && account.iban.equals("DE06000000000004012557"));

    HBCIJob balance = job(handler, "SaldoReq", account);
    run(handler, balance);
    GVRSaldoReq found = (GVRSaldoReq) balance.getJobResult();
    step("balance", found.isOK() && found.getEntries()[0].ready.value.getCurr().equals("EUR"));

    int recent = statements(handler, "KUmsAll", account, 60);
    step("statements without a TAN: " + recent, recent > 20 && tansAsked == 0);
    int old = statements(handler, "KUmsAll", account, 300);
    step("statements with a TAN, over several pages: " + old, old > recent && tansAsked == 1);
    int camt = statements(handler, "KUmsAllCamt", account, 300);
    step("the same as camt: " + camt, camt == old && tansAsked == 2);
    handler.close();
    passport.close();
  }

  private static HBCIJob job(HBCIHandler handler, String name, Konto account) {
    HBCIJob job = handler.newJob(name);
    job.setParam("my", account);
    return job;
  }

  private static int statements(HBCIHandler handler, String name, Konto account, int days) {
    HBCIJob job = job(handler, name, account);
    job.setParam("startdate", java.sql.Date.valueOf(LocalDate.now().minusDays(days)));
    run(handler, job);
    GVRKUms result = (GVRKUms) job.getJobResult();
    List<GVRKUms.UmsLine> entries = result.getFlatData();
    return result.isOK() ? entries.size() : -1;
  }

  private static void run(HBCIHandler handler, HBCIJob... jobs) {
    for (HBCIJob job : jobs) job.addToQueue();
    HBCIExecStatus status = handler.execute();
    if (!status.isOK()) System.err.println(status);
  }

  private static void step(String what, boolean isRight) {
    System.out.println((isRight ? "ok  " : "NOT ") + what);
    if (!isRight) System.exit(1);
  }
}
