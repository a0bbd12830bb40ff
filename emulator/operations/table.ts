import { checkAsyncStatus, getAsyncResult, submitJob } from "./async.js";
import { attach, detach } from "./attach.js";
import { changeLogin } from "./change-login.js";
import { getDataCenterUrls } from "./data-center-urls.js";
import { deleteList, deleteOne } from "./delete-records.js";
import {
  getBudgetExchangeRate,
  getConsolidatedExchangeRate,
  getCurrencyRate,
} from "./exchange-rates.js";
import { getAll } from "./get-all.js";
import { getCustomizationId } from "./get-customization-id.js";
import { getDeleted } from "./get-deleted.js";
import { getSavedSearch } from "./get-saved-search.js";
import { getSelectValue } from "./get-select-value.js";
import {
  getAccountGovernanceInfo,
  getIntegrationGovernanceInfo,
} from "./governance-info.js";
import { getItemAvailability } from "./item-availability.js";
import { initialize, initializeList } from "./initialize.js";
import {
  updateInviteeStatus,
  updateInviteeStatusList,
} from "./invitee-status.js";
import type { Operation } from "./operation.js";
import { getPostingTransactionSummary } from "./posting-transactions.js";
import { get, getList } from "./read-records.js";
import { search, searchMore, searchMoreWithId, searchNext } from "./search.js";
import { getServerTime } from "./server-time.js";
import { login, logout, refuseSingleSignOn } from "./sessions.js";
import {
  add,
  addList,
  update,
  updateList,
  upsert,
  upsertList,
} from "./write-records.js";

/** The operations that the emulator answers, by the WSDL's name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    add,
    addList,
    asyncAddList: submitJob,
    asyncDeleteList: submitJob,
    asyncGetList: submitJob,
    asyncInitializeList: submitJob,
    asyncSearch: submitJob,
    asyncUpdateList: submitJob,
    asyncUpsertList: submitJob,
    attach,
    changeEmail: changeLogin,
    changePassword: changeLogin,
    changePasswordOrEmail: changeLogin,
    checkAsyncStatus,
    delete: deleteOne,
    deleteList,
    detach,
    get,
    getAccountGovernanceInfo,
    getAll,
    getAsyncResult,
    getBudgetExchangeRate,
    getConsolidatedExchangeRate,
    getCurrencyRate,
    getCustomizationId,
    getDataCenterUrls,
    getDeleted,
    getIntegrationGovernanceInfo,
    getItemAvailability,
    getList,
    getPostingTransactionSummary,
    getSavedSearch,
    getSelectValue,
    getServerTime,
    initialize,
    initializeList,
    login,
    logout,
    mapSso: refuseSingleSignOn,
    search,
    searchMore,
    searchMoreWithId,
    searchNext,
    ssoLogin: refuseSingleSignOn,
    update,
    updateInviteeStatus,
    updateInviteeStatusList,
    updateList,
    upsert,
    upsertList,
  }),
);
