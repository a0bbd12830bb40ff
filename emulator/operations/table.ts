import { checkAsyncStatus, getAsyncResult, submitJob } from "./async.js";
import { attach, detach } from "./writing/attach.js";
import { changeLogin } from "./account/change-login.js";
import { getDataCenterUrls } from "./account/data-center-urls.js";
import { deleteList, deleteOne } from "./writing/delete-records.js";
import {
  getBudgetExchangeRate,
  getConsolidatedExchangeRate,
  getCurrencyRate,
} from "./figures/exchange-rates.js";
import { getAll } from "./lists/get-all.js";
import { getCustomizationId } from "./lists/get-customization-id.js";
import { getDeleted } from "./reading/get-deleted.js";
import { getSavedSearch } from "./lists/get-saved-search.js";
import { getSelectValue } from "./lists/get-select-value.js";
import {
  getAccountGovernanceInfo,
  getIntegrationGovernanceInfo,
} from "./account/governance-info.js";
import { getItemAvailability } from "./figures/item-availability.js";
import { initialize, initializeList } from "./reading/initialize.js";
import {
  updateInviteeStatus,
  updateInviteeStatusList,
} from "./writing/invitee-status.js";
import type { Operation } from "./operation.js";
import { getPostingTransactionSummary } from "./figures/posting-transactions.js";
import { get, getList } from "./reading/read-records.js";
import {
  search,
  searchMore,
  searchMoreWithId,
  searchNext,
} from "./reading/search.js";
import { getServerTime } from "./account/server-time.js";
import { login, logout, refuseSingleSignOn } from "./account/sessions.js";
import {
  add,
  addList,
  update,
  updateList,
  upsert,
  upsertList,
} from "./writing/write-records.js";

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
